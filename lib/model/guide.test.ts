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

describe("kinds of guides", () => {
  it.each<[string, string, object, string[]]>([
    [
      "a tooltip needs a target",
      "tooltip",
      {},
      ["steps[0].anchor: an anchor, because a tooltip, hotspot or hint belongs to something"],
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
    ["a banner at the bottom", "banner", { placement: "bottom" }, []],
  ])("%s", (_name, kind, more, expected) => {
    expect(problems(kind, more)).toEqual(expected);
  });
});
