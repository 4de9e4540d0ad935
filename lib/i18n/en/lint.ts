/** What an author should know about a guide. */
export const lint = {
  "lint.rule": "{path} must be {allowed}.",
  "lint.too-many-steps":
    "{count} steps; beyond {limit} few people come to the end. Make two guides of it.",
  "lint.title-missing": "No title.",
  "lint.title-long": "The title has {count} characters; up to {limit} fit.",
  "lint.title-broken": "A variable in the title is incomplete. Write it as {example}.",
  "lint.body-long": "The text has {count} characters; people read up to {limit}.",
  "lint.translation-missing": "Not translated.",
  "lint.translation-outdated": "The original has changed since this was translated.",
  "lint.name-missing": "The guide has no name in this language.",
  "lint.anchor-red": "The element cannot be told from others on its page.",
  "lint.picture-missing":
    "It has no picture: the page was changing just then, or the browser took no more that second.",
  "lint.anchor-missing": "It was recorded at an element, and points at nothing.",
  "lint.advance-pointless": "It waits for something done to an element, and points at none.",
  "lint.advance-result-page": "The click opens another page. Wait for the page {page} instead.",
  "lint.advance-result-element":
    "The click opens a dialog. Wait for something in it instead of for the click.",
  "lint.advance-unchosen": "Say what the item waits for.",
  "lint.branch-unchosen": "Say when the branch is taken.",
  "lint.answer-missing": "An answer to choose has no words.",
  "lint.answer-twice": "Two answers to choose have the same words.",
  "lint.no-exit": "Nobody gets past this step if its element is not found.",
  "lint.unreachable": "No way leads to this step.",
  "lint.contrast.light":
    "The accent hardly stands out from a light card ({ratio} : 1, should be 3 : 1).",
  "lint.contrast.dark":
    "The accent hardly stands out from a dark card ({ratio} : 1, should be 3 : 1).",
  "lint.image-alt": "A picture does not say what it shows.",
  "lint.link-broken": "A link leads to an address that guides may not have: {href}",
  "lint.link-words": "The words of a link do not say where it leads: “{words}”.",
  "lint.too-many-blocks": "A text has at most 20 paragraphs, and a list 20 lines.",
  "lint.auto-everywhere": "It would come by itself on every page. Say when it is due.",
  "lint.schedule-order": "It ends before it begins.",
  "lint.experiment-goal": "An experiment says nothing without a goal.",
  "lint.mend.advance-pointless": "Use a Next button",
  "lint.mend.advance-result-page": "Wait for the page",
  "lint.mend.no-exit": "Skip it then",
  "lint.mend.translation-outdated": "It still fits",
  "lint.mend.contrast": "Use a readable shade",
  "lint.mend.schedule-order": "Swap the dates",
} as const;
