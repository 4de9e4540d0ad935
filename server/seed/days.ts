const DAY_MS = 86_400_000;

/** "YYYY-MM-DD", so many days before another; negative: after it. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of a month, so many months before a day's. */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(Date.parse(day));
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1))
    .toISOString()
    .slice(0, 10);
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(Date.parse(day)).getUTCDay());
}
