import type { IntervalAxis } from "../chart/interval-plot.tsx";

/** An axis with 0 in its middle that holds a difference and its interval. */
export function spreadAxis({
  low,
  high,
}: {
  low: number;
  high: number;
}): Omit<IntervalAxis, "write"> {
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const end = (([1, 2, 5, 10] as const).find((one) => one * power >= most) ?? 10) * power;
  return { place: (value) => (value + end) / (2 * end), ticks: [-end, 0, end], origin: 0 };
}
