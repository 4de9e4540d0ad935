import { describe, expect, it } from "vitest";
import type { Adoption } from "../../model/signal.ts";
import { DAY_MS } from "../day.ts";
import { readActiveDays } from "./active-days.ts";
import { readAdoption } from "./adoption.ts";
import { at, usesOf, worldAt } from "./fixture.ts";
import { readRetention } from "./retention.ts";
import { readUsage } from "./usage.ts";

const named = { id: "it", name: "It" };
const adoption: Adoption = { ...named, kind: "adoption", feature: "a" };
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

describe("adoption", () => {
  const read = (now: number, days: number[], count = 1) =>
    readAdoption(adoption, worldAt(now, usesOf("a", days, count)));

  it("V17: unused, tried, adopted, habitual, each since the use that made it so", () => {
    const day = (n: number) => at(n, 9);
    expect(read(at(0), [])).toMatchObject({ value: "unused", since: null, evidence: [] });
    expect(read(at(5), [0])).toMatchObject({ value: "tried", since: day(0), evidence: ["a0"] });
    expect(read(at(5), [0, 2], 2)).toMatchObject({
      value: "adopted",
      since: day(2),
      evidence: ["a0", "a2"],
      detail: { uses: 4, days: 2, firstAt: day(0), lastAt: at(2, 17), entitled: true },
    });
    expect(read(at(9), range(0, 8))).toMatchObject({ value: "habitual", since: day(7) });
  });

  it("V17: many uses on one day are no adoption, nor are days too far apart", () => {
    expect(read(at(1), [0], 50).value).toBe("tried");
    expect(read(at(40), [0, 30], 2).value).toBe("tried");
    expect(read(at(40), [3, 30], 2).value).toBe("adopted");
  });

  it("V17: adopted stays, a habit ends by itself", () => {
    const days = range(0, 8);
    expect(read(at(28), days)).toMatchObject({ value: "habitual", due: at(29) });
    expect(read(at(29), days)).toMatchObject({ value: "adopted", since: at(29), due: null });
    expect(read(at(300), days)).toMatchObject({ value: "adopted", since: at(29) });
  });

  it("V15: who is not entitled has no value; an unknown plan counts as entitled", () => {
    const features = [{ id: "a", plans: ["pro"] }];
    const of = (plan: string | null) =>
      readAdoption(adoption, worldAt(at(1), usesOf("a", [0]), { features, plan }));
    expect(of("free")).toMatchObject({ value: null, since: null, detail: { entitled: false } });
    expect(of("pro").value).toBe("tried");
    expect(of(null).value).toBe("tried");
  });
});

describe("usage", () => {
  const features = [
    { id: "a", group: "Editor" },
    { id: "b", group: "Editor", plans: ["pro"] },
    { id: "c" },
    { id: "d" },
  ];
  const days = [...usesOf("a", [0, 1], 3), ...usesOf("b", [1], 4), ...usesOf("gone", [1])];
  const read = (now: number, more: object = {}, plan: string | null = null) =>
    readUsage({ ...named, kind: "usage", ...more }, worldAt(now, days, { features, plan }));

  it("V18: breadth of entitled features, depth a day, since the use that made it so", () => {
    expect(read(at(2))).toMatchObject({ value: 0.5, since: at(1, 9), evidence: ["a0", "b1"] });
    expect(read(at(2)).detail).toEqual({
      used: 2,
      entitled: 4,
      uses: 10,
      activeDays: 2,
      perActiveDay: 5,
    });
    expect(read(at(2), { group: "Editor" }).value).toBe(1);
    expect(read(at(2), {}, "free")).toMatchObject({ value: 1 / 3, detail: { entitled: 3 } });
  });

  it("V18: a window that has passed leaves nothing; without features there is no value", () => {
    expect(read(at(12), { within: "1w" })).toMatchObject({ value: 0, since: at(9), due: null });
    expect(read(at(2), { group: "Nobody's" })).toMatchObject({ value: null, since: null });
  });
});

describe("active days", () => {
  it("V19: days of the last 28, the strip ends today, stickiness is days7 / days28", () => {
    const days = [...usesOf("a", [0, 1, 20]), ...usesOf("b", [20, 26])];
    expect(readActiveDays(worldAt(at(26, 12), days))).toMatchObject({
      value: 4,
      since: at(26, 9),
      evidence: ["a0", "a1", "a20", "b26"],
      detail: { days7: 2, days28: 4, stickiness: 0.5, strip: "0110000000000000000001000001" },
    });
  });

  it("V14: a day that is not over yet never counts against anybody", () => {
    const everyDay = usesOf("a", range(0, 28));
    expect(readActiveDays(worldAt(at(27, 12), everyDay)).value).toBe(28);
    expect(readActiveDays(worldAt(at(28), everyDay)).value).toBe(28);
    expect(readActiveDays(worldAt(at(29), everyDay))).toMatchObject({ value: 27, since: at(29) });
  });

  it("V19: who never used anything has no value", () => {
    expect(readActiveDays(worldAt(at(3), [])).value).toBeNull();
  });
});

describe("retention", () => {
  const read = (now: number, days: number[], period: "day" | "week" = "day") =>
    readRetention({ ...named, kind: "retention", period }, worldAt(now, usesOf("a", days)));

  it("V20: periods run from the very first use; nothing is said before the first is over", () => {
    expect(read(at(1, 8), [0])).toMatchObject({ value: null, due: at(1, 9) });
    expect(read(at(1, 9), [0])).toMatchObject({ value: 1, since: at(1, 9), due: at(2, 9) });
    expect(read(at(4, 10), [0, 1, 3])).toMatchObject({
      value: 0.75,
      since: at(4, 9),
      detail: { firstAt: at(0, 9), periods: "1101" },
    });
    expect(read(at(14, 10), [0, 13], "week").detail.periods).toBe("11");
  });

  it("V20: two periods may share a calendar day", () => {
    const use = { feature: "a", day: 0, count: 1, first: 0, last: 0 };
    const days = [
      { ...use, first: 12, last: 12 },
      { ...use, day: 1, first: DAY_MS + 1, last: DAY_MS + 20, count: 2 },
    ];
    const retention = { ...named, kind: "retention" as const, period: "day" as const };
    expect(readRetention(retention, worldAt(2 * DAY_MS + 12, days)).detail.periods).toBe("11");
  });
});
