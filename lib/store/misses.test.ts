import { describe, expect, it } from "vitest";
import { guided } from "../../test/support/captured.ts";
import type { GuideEvent } from "../model/event.ts";
import { countMisses, type Misses } from "./misses.ts";

const MISS = { outcome: "absent", score: 0.1 } as const;
const FOUND = { outcome: "found", score: 0.9 } as const;
const boot = (n: number) => `018f0000-0000-7000-8000-00000000000${n}`;
const missed = (visit: number, more: Partial<GuideEvent> = {}) =>
  guided("target_missing", visit, {
    step: "save",
    boot: boot(visit),
    reason: "waiting: nothing in the page is like it",
    target: MISS,
    ...more,
  });
const shown = (visit: number, step = "save") =>
  guided("step_shown", visit, { step, boot: boot(visit), target: FOUND });

const count = (events: GuideEvent[], startedBy: "auto" | "manual" = "auto", revisions = [1]) =>
  events.reduce<Misses | undefined>(
    (misses, event, i) =>
      countMisses(misses, event, { revision: revisions[i] ?? revisions[0] ?? 1, startedBy }),
    undefined,
  )?.count ?? 0;

describe("G3: misses in a row", () => {
  it("counts each visit once, whether it waited, was closed, or ended by itself", () => {
    const closed = missed(1, { seq: 9, reason: "end: closed while waiting: nothing is like it" });
    expect(count([missed(1), closed])).toBe(1);
    expect(count([missed(1), missed(2), missed(3, { reason: "end: nothing is like it" })])).toBe(3);
  });

  it("begins anew when the element was found, but not when another step was shown", () => {
    expect(count([missed(1), missed(2), shown(3)])).toBe(0);
    expect(count([missed(1), shown(2, "hello"), missed(2)])).toBe(2);
  });

  it("begins anew with whatever is published, and with another step", () => {
    expect(count([missed(1), missed(2), missed(3)], "auto", [1, 1, 2])).toBe(1);
    expect(count([missed(1), missed(2, { step: "open" })])).toBe(1);
  });

  it("counts neither what the person asked for, nor what is no search, nor steps that do without", () => {
    expect(count([missed(1)], "manual")).toBe(0);
    expect(count([missed(1, { target: undefined } as Partial<GuideEvent>)])).toBe(0);
    expect(count([missed(1, { reason: "skipped: nothing in the page is like it" })])).toBe(0);
    expect(count([missed(1, { reason: "shown without arrow: nothing is like it" })])).toBe(0);
  });
});
