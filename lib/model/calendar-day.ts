import * as z from "zod/mini";
import { RULES } from "./rule.ts";

/** A day of the calendar, "2026-11-30", without a time zone: contracts and invoices know days, not moments. */
export const CalendarDay = z.string().check(
  z.refine(isCalendarDay, {
    error: RULES.day,
  }),
);
export type CalendarDay = z.infer<typeof CalendarDay>;

export function isCalendarDay(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y >= 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= daysOfMonth(y, m);
}

/** `month` from 1. */
function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
