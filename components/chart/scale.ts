/** Arithmetic of plots: counts on one axis, days on the other. */

/**
 * Round values from 0 that cover `max`, for an axis of counts: at most `most` steps, never fractions.
 * The last is the top of the axis.
 */
export function countTicks(max: number, most = 4): number[] {
  const rough = Math.max(1, max) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 1,
  );
  const steps = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** A function from 0…`max` to 0…`length`, for lengths in px. */
export function linear(max: number, length: number): (value: number) => number {
  return (value) => (max > 0 ? (value / max) * length : 0);
}

/**
 * Which of `count` places get a label, if each label needs `labelWidth` of `width` px: evenly spaced from the last
 * one, which is today, backwards.
 */
export function labelled(count: number, width: number, labelWidth: number): number[] {
  const most = Math.max(1, Math.floor(width / labelWidth));
  const every = Math.max(1, Math.ceil(count / most));
  const places: number[] = [];
  for (let index = count - 1; index >= 0; index -= every) places.unshift(index);
  return places;
}

/** Points of a line through `values`, in px, highest value on top, within `inset` of the edges. */
export function linePoints(
  values: readonly number[],
  size: { width: number; height: number; inset: number },
): [number, number][] {
  const { width, height, inset } = size;
  const max = Math.max(1, ...values);
  const across = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  return values.map((value, index) => [
    inset + index * across,
    height - inset - (value / max) * (height - 2 * inset),
  ]);
}
