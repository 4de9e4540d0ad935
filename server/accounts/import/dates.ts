import type { DateOrder } from "../../../lib/model/account-import.ts";
import { isCalendarDay } from "../../../lib/model/calendar-day.ts";

const MONTHS = [
  /^(jan|янв)/,
  /^(feb|фев)/,
  /^(mar|мар)/,
  /^(apr|апр)/,
  /^(may|ма[йя])/,
  /^(jun|июн)/,
  /^(jul|июл)/,
  /^(aug|авг)/,
  /^(sep|сен)/,
  /^(oct|окт)/,
  /^(nov|ноя)/,
  /^(dec|дек)/,
];

const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:\s.*)?$/;

/** "YYYY-MM-DD" of what people and spreadsheets write; undefined if it is no day. */
export function readDay(cell: string, order: DateOrder): string | undefined {
  const text = cell.trim().toLowerCase();
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t\s].*)?$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, first, , second, year = ""] = numbers;
    const whole = year.length === 2 ? `20${year}` : year;
    return order === "mdy" ? day(whole, first, second) : day(whole, second, first);
  }
  const words = text.match(/\p{L}+|\d+/gu) ?? [];
  const month = MONTHS.findIndex((name) => words.some((word) => name.test(word))) + 1;
  const year = words.find((word) => /^\d{4}$/.test(word));
  const date = words.find((word) => /^\d{1,2}$/.test(word));
  return month > 0 ? day(year, String(month), date) : undefined;
}

function day(year = "", month = "", date = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isCalendarDay(text) ? text : undefined;
}

/** In which order the dates of a file are written; "?": they could be either; null: none needs it. */
export function guessOrder(cells: readonly string[]): DateOrder | "?" | null {
  const dates = cells.flatMap((cell) => {
    const [, first, mark, second] = NUMBERS.exec(cell.trim()) ?? [];
    return first && second ? [{ first: Number(first), second: Number(second), mark }] : [];
  });
  if (dates.some(({ first, mark }) => first > 12 || mark === ".")) return "dmy";
  if (dates.some(({ second }) => second > 12)) return "mdy";
  return dates.some(({ first, second }) => first !== second) ? "?" : null;
}
