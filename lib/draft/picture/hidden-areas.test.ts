import { describe, expect, it } from "vitest";
import type { FrameSight } from "../../model/sight.ts";
import { putTogether, sawTheSame } from "./hidden-areas.ts";

const box = (x: number, y: number, width = 10, height = 10) => ({ x, y, width, height });

/** A frame that moves what it shows. */
const at = (index: number | null, x: number, y: number): FrameSight["frames"][number] => ({
  index,
  box: box(x, y, 200, 100),
  matrix: [1, 0, 0, 1, x, y],
});

const sight = (path: number[], over: Partial<FrameSight> = {}): FrameSight => ({
  path,
  viewport: { width: 800, height: 600 },
  magnified: false,
  sensitive: [],
  frames: [],
  ...over,
});

describe("what a picture of a tab must not show", () => {
  it("P8: boxes of frames are where their frames stand, at any depth", () => {
    const told = putTogether([
      { frame: 0, sight: sight([], { sensitive: [box(1, 2)], frames: [at(0, 100, 50)] }) },
      { frame: 7, sight: sight([0], { frames: [at(1, 20, 5)] }) },
      { frame: 9, sight: sight([0, 1], { sensitive: [box(3, 4)] }) },
    ]);
    expect(told?.hidden).toEqual([box(1, 2), box(123, 59)]);
    expect(told?.place(9, box(0, 0))).toEqual(box(120, 55));
    expect(told?.place(0, box(5, 5))).toEqual(box(5, 5));
    expect(told?.place(12, box(5, 5))).toBeUndefined();
  });

  it("P8: a frame that does not answer, or that nobody can tell from others, is hidden as a whole", () => {
    const told = putTogether([
      { frame: 0, sight: sight([], { frames: [at(0, 100, 50), at(null, 0, 300), at(1, 0, 0)] }) },
      { frame: 3, sight: sight([1], { frames: [at(0, 10, 10)] }) },
    ]);
    expect(told?.hidden).toEqual([
      box(100, 50, 200, 100),
      box(0, 300, 200, 100),
      box(10, 10, 190, 90),
    ]);
  });

  it("P8: of a frame only what is seen of it is hidden", () => {
    const inner = sight([0], { sensitive: [box(0, 90, 10, 40), box(0, 150)] });
    const told = putTogether([
      { frame: 0, sight: sight([], { frames: [at(0, 100, 50)] }) },
      { frame: 3, sight: inner },
    ]);
    expect(told?.hidden).toEqual([box(100, 140, 10, 10)]);
  });

  it("P9: without an answer of the top frame, or in a magnified window, nobody can tell", () => {
    expect(putTogether([])).toBeUndefined();
    expect(putTogether([{ frame: 3, sight: sight([0]) }])).toBeUndefined();
    expect(putTogether([{ frame: 0, sight: sight([], { magnified: true }) }])).toBeUndefined();
  });

  it("P9: two looks are the same if what is hidden stands at the same places", () => {
    const look = (over: Partial<FrameSight>) => {
      const told = putTogether([{ frame: 0, sight: sight([], over) }]);
      if (!told) throw new Error("nothing was told");
      return told;
    };
    const before = look({ sensitive: [box(1, 2), box(30, 40)] });
    expect(sawTheSame(before, look({ sensitive: [box(30, 40), box(1.1, 2)] }))).toBe(true);
    expect(sawTheSame(before, look({ sensitive: [box(1, 2), box(30, 42)] }))).toBe(false);
    expect(sawTheSame(before, look({ sensitive: [box(1, 2)] }))).toBe(false);
    expect(sawTheSame(before, look({ sensitive: [box(1, 2), box(30, 40), box(0, 0)] }))).toBe(
      false,
    );
  });
});
