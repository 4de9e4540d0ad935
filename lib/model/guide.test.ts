import { describe, expect, it } from "vitest";
import { Guide } from "./guide.ts";
import { parse } from "./parse.ts";

const step = { id: "one", title: { en: "One" }, body: { en: [] }, advance: { on: "next" } };
const anchor = { samples: [{ fingerprint: { tag: "button" } }] };

/** What is wrong with a guide of one step, as "path: allowed". */
function problems(kind: string, more: object): string[] {
  const trigger = { start: "manual" };
  const guide = {
    format: 1,
    id: "g",
    kind,
    name: { en: "G" },
    trigger,
    steps: [{ ...step, ...more }],
  };
  const result = parse(Guide, guide);
  return result.ok ? [] : result.error.map(({ path, allowed }) => `${path}: ${allowed}`);
}

const asks = (more: object = {}) => ({ question: { type: "nps" }, ...more });
const until = (condition: object) => ({ advance: { on: "until", condition } });
const branch = (when: object, to: string | null = null) => asks({ branch: [{ when, to }] });

describe("kinds of guides", () => {
  it.each<[string, string, object, string[]]>([
    [
      "a tooltip needs a target",
      "tooltip",
      {},
      ["steps[0].anchor: an anchor, because a guide of this kind belongs to something"],
    ],
    [
      "a hotspot shows nothing without its target",
      "hotspot",
      { anchor, onMissing: "show-without-arrow" },
      [
        "steps[0].onMissing: what is done without an element that this kind is opened from: wait, skip or end",
      ],
    ],
    [
      "a banner has no target",
      "banner",
      { anchor },
      ["steps[0].anchor: no anchor, because a banner stands at an edge of the window"],
    ],
    [
      "a banner stands above or below",
      "banner",
      { placement: "left" },
      ['steps[0].placement: "top" or "bottom", the edges where a banner can stand'],
    ],
    ["a survey", "survey", branch({ atLeast: 9 }), []],
    ["a survey asks", "survey", {}, ["steps: at least one step with a question"]],
    [
      "only a survey asks",
      "modal",
      asks(),
      ['steps[0].question: nothing, unless the kind is "survey"'],
    ],
    [
      "an answer leads forward",
      "survey",
      branch({ atLeast: 9 }, "one"),
      ["steps[0].branch[0].to: the id of a later step, or null"],
    ],
    [
      "a branch names options that are there",
      "survey",
      branch({ anyOf: ["slow"] }),
      ["steps[0].branch[0].when.anyOf: ids of options of this question"],
    ],
    [
      "a branch says when",
      "survey",
      branch({}),
      ['steps[0].branch[0].when: "atLeast", "atMost" or "anyOf"'],
    ],
    [
      "an item of a checklist is done by its condition, anywhere",
      "checklist",
      {},
      ['steps[0].advance: "until", because an item is done by its condition'],
    ],
    [
      "an item of a checklist looks at no page",
      "checklist",
      until({ type: "not", of: { type: "element", selector: "p", state: "present" } }),
      ["steps[0].advance.condition: what is known of the person: everything but page and element"],
    ],
    ["a checklist of what was done", "checklist", until({ type: "guide", guide: "tour" }), []],
    [
      "a running step sees no history",
      "tour",
      until({ type: "guide", guide: "tour" }),
      [
        "steps[0].advance.condition: what a running step can see: page, element, used, signal, and all, any, not of them",
      ],
    ],
    [
      "a branch says by what",
      "tour",
      { branch: [{ to: null }] },
      ['steps[0].branch[0]: a "when" or a "condition"'],
    ],
    [
      "an answer needs a question",
      "tour",
      { branch: [{ when: { atLeast: 1 }, to: null }] },
      ["steps[0].branch[0].when: nothing without a question"],
    ],
    [
      "a condition leads forward",
      "tour",
      { branch: [{ condition: { type: "signal", signal: "s" }, to: "one" }] },
      ["steps[0].branch[0].to: the id of a later step, or null"],
    ],
    [
      "a warning waits for nothing",
      "confirmation",
      { anchor, advance: { on: "click" } },
      ['steps[0].advance: "next", because a warning waits for nothing'],
    ],
    ["a title with a variable", "modal", { title: { en: "Hi {{user.name|you}}" } }, []],
    [
      "a variable has a fallback",
      "modal",
      { title: { en: "Hi {{user.name}}" } },
      ["steps[0].title.en: variables with a fallback, such as {{user.first_name|there}}"],
    ],
    ["a card in a corner", "tour", { placement: "bottom-end", offset: 0 }, []],
    ["a banner at the bottom", "banner", { placement: "bottom" }, []],
  ])("%s", (_name, kind, more, expected) => {
    expect(problems(kind, more)).toEqual(expected);
  });
});
