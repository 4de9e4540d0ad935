import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begin, type History, PAUSE, record, redo, undo } from "./history.ts";

describe("undo and redo", () => {
  it("B6: goes back and forth over every change, however many there were", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 60 }), (values) => {
        const seen: History<number>[] = [begin(-1)];
        for (const value of values) seen.push(record(seen.at(-1) as History<number>, value, 0));
        let now = seen.at(-1) as History<number>;
        for (const { present } of seen.toReversed()) {
          expect(now.present).toBe(present);
          now = undo(now);
        }
        for (; now.future; now = redo(now));
        expect(now.present).toBe(seen.at(-1)?.present);
      }),
    );
  });

  it("B6: typing in one place is one change; a pause or another place begins the next", () => {
    let now = record(begin("a"), "ab", 0, "title");
    now = record(now, "abc", 100, "title");
    now = record(now, "abcd", 200, "name");
    now = record(now, "abcde", 201 + PAUSE, "name");
    const back: string[] = [];
    for (; now.past; now = undo(now)) back.push(now.present);
    expect(back).toEqual(["abcde", "abcd", "abc"]);
    expect(now.present).toBe("a");
  });

  it("B6: what was undone is gone once something else is done; typing does not go on after undo", () => {
    const typed = record(begin("a"), "ab", 0, "title");
    const again = record(undo(typed), "ax", 10, "title");
    expect(redo(again)).toBe(again);
    expect(undo(again).present).toBe("a");
    expect(record(again, again.present, 20)).toBe(again);
    expect(undo(begin("a")).present).toBe("a");
  });
});
