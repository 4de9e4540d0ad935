import { DAY_MS, dayOf, firstUses } from "../day.ts";
import { createDayWindow } from "../day-window.ts";
import { becameAt } from "../since.ts";
import type { Reading, World } from "../world.ts";

const MONTH = 28;
const WEEK = 7;

/**
 * On how many of the last 28 UTC days anything was used; null for who never used anything. Stickiness is the person's own
 * WAU/MAU, days7 / days28: .25 when the last week was as the others, 1 when there was only the last. V19 of
 * docs/spec/signals.md.
 */
export function readActiveDays({ now, days }: World): Reading {
  const today = dayOf(now);
  const uses = days.filter(({ day }) => day <= today);
  const window = createDayWindow(uses);
  /** Of the window that ends with the day, or of the one before if it has more: V14. */
  const countOn = (day: number, span: number, until: number) =>
    Math.max(window.count(day, span, until), window.count(day - 1, span, until));
  const valueOn = (day: number, until: number) => countOn(day, MONTH, until);
  const days28 = valueOn(today, Number.POSITIVE_INFINITY);
  const days7 = countOn(today, WEEK, Number.POSITIVE_INFINITY);
  const recent = uses.filter(({ day }) => day > today - MONTH);
  const active = new Set(recent.map(({ day }) => day));
  const strip = Array.from({ length: MONTH }, (_, at) => active.has(today - MONTH + 1 + at));
  return {
    value: uses.length === 0 ? null : days28,
    since: becameAt(valueOn, uses, today),
    evidence: firstUses(recent),
    detail: {
      days7,
      days28,
      stickiness: days28 === 0 ? null : days7 / days28,
      strip: strip.map((isActive) => (isActive ? "1" : "0")).join(""),
    },
    due: days28 > 0 ? (today + 1) * DAY_MS : null,
  };
}
