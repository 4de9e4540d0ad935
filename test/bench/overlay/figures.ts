import type { Figure } from "../bench.ts";
import { ratioOf } from "../ratio.ts";
import { median, quantile } from "../statistics.ts";
import type { Arm } from "./arms.ts";
import { SCROLLED, type Scrolling } from "./scrolling.ts";
import type { Part, Times } from "./timing.ts";

/** A frame later than this has made the one before last longer than it should, ms. */
const LATE_MS = 25;
/** A spotlight that is further off while its element is scrolled does not follow it, px. */
const FOLLOWS_PX = 2;
const OTHERS = ["driver", "joyride"] as const;

/** Each tool's times, and how ours compare to those of the faster of the others. */
export function timeFigures(name: string, times: Times, part: Part): Figure[] {
  const values = (arm: Arm) => times[arm][part];
  const arms = (Object.keys(times) as Arm[]).filter((arm) => values(arm).length > 0);
  return [
    ...arms.flatMap((arm) => spread(`${name}.${arm}`, values(arm))),
    ...arms
      .filter((arm) => arm === "waymark" || arm === "found")
      .flatMap((arm) => compared(`${name}.${arm}`, values(arm), OTHERS.map(values))),
  ];
}

/** The main thread's work beside a scrolled step, beside those of the others that follow their element at all. */
export function scrollFigures(
  name: string,
  costs: Record<(typeof SCROLLED)[number], Scrolling>,
): Figure[] {
  const following = OTHERS.filter((arm) => quantile(costs[arm].off, 0.95) <= FOLLOWS_PX);
  return [
    ...SCROLLED.flatMap((arm): Figure[] => {
      const { work, gaps, off } = costs[arm];
      const late = gaps.filter((gap) => gap > LATE_MS).length / gaps.length;
      return [
        ...spread(`${name}.${arm}`, work),
        { name: `${name}.${arm}.late`, value: 100 * late, unit: "% of frames" },
        ...(off.length > 0
          ? [{ name: `${name}.${arm}.off`, value: quantile(off, 0.95), unit: "px" }]
          : []),
      ];
    }),
    ...compared(
      `${name}.waymark`,
      costs.waymark.work,
      following.map((arm) => costs[arm].work),
    ),
  ];
}

function spread(name: string, values: readonly number[]): Figure[] {
  return [
    { name: `${name}.p50`, value: median(values), unit: "ms" },
    { name: `${name}.p95`, value: quantile(values, 0.95), unit: "ms" },
  ];
}

/** Nothing where there are no others. */
function compared(
  name: string,
  ours: readonly number[],
  others: readonly (readonly number[])[],
): Figure[] {
  const [faster] = others.toSorted((a, b) => median(a) - median(b));
  if (!faster) return [];
  const { value, low, high } = ratioOf(ours, faster);
  return [
    { name: `${name}.ratio`, value, unit: "of the faster", budget: { atMost: 1 } },
    { name: `${name}.ratio.low`, value: low, unit: "95 %" },
    { name: `${name}.ratio.high`, value: high, unit: "95 %" },
  ];
}
