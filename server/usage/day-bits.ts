/** Of days with a bit each, today's the lowest, how many of the `span` that end today or yesterday, whichever are more: today is not over. */
export function mostDays(bits: number, span: number): number {
  const window = 2 ** span - 1;
  return Math.max(ones(bits & window), ones((bits >> 1) & window));
}

export function ones(bits: number): number {
  let sum = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) sum += 1;
  return sum;
}
