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
    ["a banner at the bottom", "banner", { placement: "bottom" }, []],
  ])("%s", (_name, kind, more, expected) => {
    expect(problems(kind, more)).toEqual(expected);
  });
});
