import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRage, type Pressed } from "./rage.ts";

const told = (clicks: readonly Pressed[]) => {
  const rages = createRage();
  return clicks.map((click) => rages(click));
};
const at = (time: number, x = 100, y = 100): Pressed => ({ x, y, at: time });

describe("E12: a rage click", () => {
  it("is the third of three near and soon", () => {
    expect(told([at(0), at(300, 110), at(600, 120)])).toEqual([false, false, true]);
  });

  it("is none at 30 px or 1,000 ms from the one before", () => {
    expect(told([at(0), at(300), at(600, 130)])).not.toContain(true);
    expect(told([at(0), at(300), at(1_300)])).not.toContain(true);
  });

  it("counts once, however long it goes on, and again after a pause", () => {
    const burst = [0, 200, 400, 600, 800, 1_000].map((time) => at(time));
    expect(told(burst).filter(Boolean)).toHaveLength(1);
    const later = burst.map((click) => ({ ...click, at: click.at + 5_000 }));
    expect(told([...burst, ...later]).filter(Boolean)).toHaveLength(2);
  });

  it("is what looking back over all clicks finds", () => {
    const click = fc.record({
      x: fc.integer({ min: 0, max: 60 }),
      y: fc.constant(0),
      wait: fc.integer({ min: 0, max: 1_500 }),
    });
    fc.assert(
      fc.property(fc.array(click, { maxLength: 20 }), (steps) => {
        let time = 0;
        const clicks = steps.map(({ x, y, wait }) => {
          time += wait;
          return { x, y, at: time };
        });
        const joined = (i: number) => {
          const [now, before] = [clicks[i], clicks[i - 1]];
          if (!now || !before) return false;
          return Math.abs(now.x - before.x) < 30 && now.at - before.at < 1_000;
        };
        const expected = clicks.map((_, i) => joined(i) && joined(i - 1) && !joined(i - 2));
        expect(told(clicks)).toEqual(expected);
      }),
    );
  });
});
