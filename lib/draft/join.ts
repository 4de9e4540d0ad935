import type { Guide, Step } from "../model/guide.ts";
import type { Block, RichText } from "../model/rich-text.ts";
import { plainText } from "../tour/plain-text.ts";
import { type Edited, type Lost, refuse } from "./edited.ts";
import { freeId } from "./free-id.ts";
import { assign, indexOf, STEP_LIMIT, withSteps } from "./steps.ts";

const TITLE_LENGTH = 60;
const ACTION_LIMIT = 3;

/**
 * Makes two steps of one: what stands in the body from block `at` on becomes the second, which is begun by a Next
 * button and keeps what led on, the question, buttons and branches. Both point at the same element.
 */
export function splitStep(guide: Guide, id: string, at: number): Edited {
  const index = indexOf(guide, id);
  const step = guide.steps[index];
  if (!step) return refuse({ code: "no-step" });
  if (guide.steps.length >= STEP_LIMIT) return refuse({ code: "too-many" });
  const taken = new Set(guide.steps.map((one) => one.id));
  const head = mapTexts(step.body, (text) => text.slice(0, at));
  const tail = mapTexts(step.body, (text) => text.slice(at));
  const first = assign(step, {
    body: head,
    advance: guide.kind === "checklist" ? step.advance : { on: "next" },
    question: undefined,
    branch: undefined,
    actions: undefined,
    recorded: undefined,
  });
  const second: Step = { ...step, id: freeId(id, taken), title: titles(step, tail), body: tail };
  return withSteps(guide, guide.steps.toSpliced(index, 1, first, second));
}

/** In each language the beginning of its text, or the title that it had. */
function titles({ title }: Step, tail: Step["body"]): Step["title"] {
  return Object.fromEntries(
    Object.entries(title).map(([language, text]) => {
      const words = plainText((tail[language] ?? []).slice(0, 1)).trim();
      const safe = words.includes("{{") ? "" : words;
      return [
        language,
        safe.length > TITLE_LENGTH ? `${safe.slice(0, TITLE_LENGTH - 1)}…` : safe || text,
      ];
    }),
  );
}

/** Makes one step of this and the next: the texts of both, pointing at what the first points at. */
export function mergeWithNext(guide: Guide, id: string): Edited {
  const index = indexOf(guide, id);
  const [first, second] = guide.steps.slice(index, index + 2);
  if (index < 0 || !first || !second) return refuse({ code: "no-step" });
  if (first.question && second.question) return refuse({ code: "two-questions" });
  const lost: Lost[] = [];
  const merged = mergedOf(first, second, lost);
  const steps = guide.steps
    .toSpliced(index, 2, merged)
    .map((step) => redirect(step, second.id, id));
  return withSteps(guide, steps, lost);
}

function mergedOf(first: Step, second: Step, lost: Lost[]): Step {
  const lose = (code: Lost["code"]) => lost.push({ step: first.id, code });
  if (first.anchor && second.anchor) lose("anchor");
  if (first.recorded && second.recorded) lose("recorded");
  const ways = first.branch?.filter(({ to }) => to !== second.id) ?? [];
  if (second.branch && ways.length > 0) lose("branch");
  const actions = [...(first.actions ?? []), ...(second.actions ?? [])];
  if (actions.length > ACTION_LIMIT) lose("actions");
  const outdated = [...new Set([...(first.outdated ?? []), ...(second.outdated ?? [])])].sort();
  // What the second one points at is not pointed at any more, so doing something to it cannot be waited for.
  const result = second.advance.on === "until" || !first.anchor || !second.anchor;
  return assign(second, {
    ...first,
    anchor: first.anchor ?? second.anchor,
    body: bodies(first, second),
    advance: result ? second.advance : first.advance,
    question: first.question ?? second.question,
    branch: second.branch ?? (ways.length > 0 ? ways : undefined),
    actions: actions.length > 0 ? actions.slice(0, ACTION_LIMIT) : undefined,
    recorded: first.recorded ?? second.recorded,
    outdated: outdated.length > 0 ? outdated : undefined,
  });
}

/** The second title becomes a paragraph between both texts. */
function bodies(first: Step, second: Step): Step["body"] {
  const languages = new Set([first.body, second.body, second.title].flatMap(Object.keys));
  return Object.fromEntries(
    [...languages].map((language) => {
      const title = second.title[language];
      const said: Block[] = title
        ? [
            {
              type: "paragraph",
              children: [{ type: "strong", children: [{ type: "text", text: title }] }],
            },
          ]
        : [];
      return [
        language,
        [...(first.body[language] ?? []), ...said, ...(second.body[language] ?? [])],
      ];
    }),
  );
}

function redirect(step: Step, from: string, to: string): Step {
  if (!step.branch?.some((way) => way.to === from)) return step;
  return { ...step, branch: step.branch.map((way) => (way.to === from ? { ...way, to } : way)) };
}

function mapTexts(texts: Step["body"], change: (text: RichText) => RichText): Step["body"] {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(text)]));
}
