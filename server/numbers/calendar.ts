import type { PeriodUnit } from "../../lib/model/revenue.ts";

/** A stretch of the calendar; both days belong to it. Days are "YYYY-MM-DD". */
export interface Period {
  /** "2026-11", "2026-Q4" or "2026". */
  key: string;
  from: string;
  to: string;
}

const DAY = 86_400_000;

export const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** The day so many days after another; before, if negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

export function periodOf(day: string, unit: PeriodUnit): Period {
  const months = MONTHS[unit];
  return nth(Math.floor(monthOf(day) / months), unit);
}

/** The `count` periods of which the last holds `day`, oldest first. */
export function periodsUntil(day: string, unit: PeriodUnit, count: number): Period[] {
  const last = Math.floor(monthOf(day) / MONTHS[unit]);
  return Array.from({ length: count }, (_, at) => nth(last - (count - 1 - at), unit));
}

/** The period of that name; null if none of this unit has it. */
export function periodNamed(key: string, unit: PeriodUnit): Period | null {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(key) ?? [];
  if (year === undefined) return null;
  const inYear = month ? Number(month) - 1 : quarter ? (Number(quarter) - 1) * 3 : 0;
  const period = periodOf(firstOf(Number(year) * 12 + inYear), unit);
  return period.key === key ? period : null;
}

/** How many periods of `unit` one begins after another. */
export function periodsApart(earlier: string, later: string, unit: PeriodUnit): number {
  const months = MONTHS[unit];
  return Math.floor(monthOf(later) / months) - Math.floor(monthOf(earlier) / months);
}

function nth(at: number, unit: PeriodUnit): Period {
  const first = at * MONTHS[unit];
  const from = firstOf(first);
  const year = from.slice(0, 4);
  const key = {
    month: from.slice(0, 7),
    quarter: `${year}-Q${Math.floor((first % 12) / 3) + 1}`,
    year,
  }[unit];
  return { key, from, to: addDays(firstOf(first + MONTHS[unit]), -1) };
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOf(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}
