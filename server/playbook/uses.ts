const DAY_MS = 86_400_000;

/** Days since the epoch, of a day "YYYY-MM-DD". */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** Uses of one feature, or of all. */
export interface Uses {
  /** Number of the first day with a use. */
  first: number;
  /** How many there were until the end of that day, of the next and so on, until the last with a use. */
  until: readonly number[];
}

export const NO_USES: Uses = { first: 0, until: [] };

function until({ first, until: sums }: Uses, day: number): number {
  return day < first ? 0 : (sums[day - first] ?? sums.at(-1) ?? 0);
}

/** Uses in the `days` days that end with `last`. */
export function usesIn(uses: Uses, last: number, days: number): number {
  return until(uses, last) - until(uses, last - days);
}

/** Whether there were ever `times` uses in `days` days in a row, up to `last`. */
export function wereUsed(uses: Uses, last: number, times: number, days = Infinity): boolean {
  const end = Math.min(last, uses.first + uses.until.length - 1);
  for (let day = uses.first; day <= end; day++) {
    if (usesIn(uses, day, days) >= times) return true;
  }
  return false;
}

/** The newest day with a use, until `last`. */
export function lastUsed(uses: Uses, last: number): number | undefined {
  for (let day = Math.min(last, uses.first + uses.until.length - 1); day >= uses.first; day--) {
    if (usesIn(uses, day, 1) > 0) return day;
  }
  return undefined;
}

export function sumByDay(rows: readonly { day: string; uses: number }[]): Uses {
  if (rows.length === 0) return NO_USES;
  const counted = rows.map(({ day, uses }) => [dayNumber(day), uses] as const);
  let [first, last] = [Infinity, -Infinity];
  for (const [day] of counted) [first, last] = [Math.min(first, day), Math.max(last, day)];
  const sums = new Array<number>(last - first + 1).fill(0);
  for (const [day, uses] of counted) sums[day - first] = (sums[day - first] ?? 0) + uses;
  let sum = 0;
  for (const [at, uses] of sums.entries()) sums[at] = sum += uses;
  return { first, until: sums };
}
