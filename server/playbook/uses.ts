const DAY_MS = 86_400_000;

/** Days since the epoch, of a day "YYYY-MM-DD". */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** Uses by day number; of one feature, or of all. */
export type Uses = ReadonlyMap<number, number>;

/** Uses in the `days` days that end with `last`. */
export function usesIn(uses: Uses, last: number, days: number): number {
  let sum = 0;
  for (const [day, count] of uses) if (day <= last && day > last - days) sum += count;
  return sum;
}

/** Whether there were ever `times` uses in `days` days in a row, up to `last`. */
export function wereUsed(uses: Uses, last: number, times: number, days = Infinity): boolean {
  for (const day of uses.keys()) {
    if (day <= last && usesIn(uses, day, days) >= times) return true;
  }
  return false;
}

export function sumByDay(rows: readonly { day: string; uses: number }[]): Uses {
  const found = new Map<number, number>();
  for (const { day, uses } of rows) {
    const number = dayNumber(day);
    found.set(number, (found.get(number) ?? 0) + uses);
  }
  return found;
}
