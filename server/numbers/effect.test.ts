import { describe, expect, it } from "vitest";
import { history } from "../../test/support/account-history.ts";
import { type Compared, incrementalOf, outcomesOf, thirds } from "./effect.ts";

const BEFORE = "2026-06-30";
const AFTER = "2026-09-30";

/** A customer of 100 euros who pays `last` in the end; null: who left. */
function compared(
  account: string,
  treated: boolean,
  last: number | null,
  more: Partial<Compared> = {},
): Compared {
  const amounts: [string, number, string?][] = [["2026-01-01", 100]];
  if (last !== null && last !== 100) amounts.push(["2026-08-01", last]);
  const left = last === null ? { churnedOn: "2026-08-01" } : {};
  return {
    history: history(account, amounts, left),
    treated,
    stratum: "",
    before: BEFORE,
    after: AFTER,
    usage: null,
    ...more,
  };
}

const many = (count: number, make: (at: number) => Compared) =>
  Array.from({ length: count }, (_, at) => make(at));

describe("effect", () => {
  it("N17: the share that stayed, and MRR, where who left pays nothing", () => {
    const outcomes = outcomesOf([
      ...many(40, (at) => compared(`t${at}`, true, at < 2 ? null : 110)),
      ...many(40, (at) => compared(`c${at}`, false, at < 12 ? null : 100)),
    ]);
    const [kept, mrr] = outcomes;
    expect(kept).toMatchObject({ what: "kept", treated: 40, controls: 40, verdict: "more" });
    expect(kept?.means).toEqual({ treated: 0.95, controls: 0.7 });
    expect(mrr).toMatchObject({ what: "mrr", currency: "EUR", verdict: "more" });
    // 38 pay 10 more and 2 pay 100 less; of the others 12 pay 100 less.
    expect(mrr?.means?.treated).toBeCloseTo((38 * 1000 - 2 * 10_000) / 40, 8);
    expect(mrr?.means?.controls).toBeCloseTo(-3000, 8);
    expect(outcomes.map(({ what }) => what)).toEqual(["kept", "mrr"]);
  });

  it("N18: incremental revenue is the difference times those that were compared", () => {
    const outcomes = outcomesOf([
      ...many(30, (at) => compared(`t${at}`, true, 110 + (at % 3))),
      ...many(30, (at) => compared(`c${at}`, false, 100 + (at % 3))),
    ]);
    const told = incrementalOf(outcomes);
    expect(told?.currency).toBe("EUR");
    expect(told?.value).toBeCloseTo(30 * 1000, 6);
    expect(told?.low ?? 0).toBeLessThan(30_000);
  });

  it("N17: fewer than 20 accounts on either side are not enough data, whatever they did", () => {
    const outcomes = outcomesOf([
      ...many(19, (at) => compared(`t${at}`, true, 200)),
      ...many(50, (at) => compared(`c${at}`, false, at % 2 ? null : 100)),
    ]);
    expect(outcomes.every(({ verdict }) => verdict === "few")).toBe(true);
    expect(incrementalOf(outcomes)).toBeNull();
  });

  it("N16: where heavy users are called more often, like is compared with like", () => {
    // Who uses much stays, and is called more; being called does nothing.
    const heavy = (at: number, treated: boolean) =>
      compared(`h${treated}${at}`, treated, at % 20 === 0 ? null : 100, { stratum: "heavy" });
    const light = (at: number, treated: boolean) =>
      compared(`l${treated}${at}`, treated, at % 2 === 0 ? null : 100, { stratum: "light" });
    const all = [
      ...many(80, (at) => heavy(at, true)),
      ...many(20, (at) => heavy(at, false)),
      ...many(20, (at) => light(at, true)),
      ...many(80, (at) => light(at, false)),
    ];
    const [naive] = outcomesOf(all.map((one) => ({ ...one, stratum: "" })));
    expect(naive?.verdict).toBe("more");
    const [matched] = outcomesOf(all);
    expect(matched?.difference?.value).toBeCloseTo(0, 8);
    expect(matched?.verdict).toBe("open");
  });

  it("N17: accounts whose amounts cannot be compared are in no comparison of amounts", () => {
    const moved = compared("moved", true, 100);
    moved.history = history("moved", [
      ["2026-01-01", 100],
      ["2026-08-01", 100, "USD"],
    ]);
    const [kept, mrr] = outcomesOf([moved, compared("t", true, 100), compared("c", false, 100)]);
    expect(kept?.treated).toBe(2);
    expect(mrr?.treated).toBe(1);
  });

  it("N16: thirds hold equal values together", () => {
    const third = thirds([0, 0, 0, 5, 6, 7, 20, 30, 40]);
    expect([0, 4, 5, 7, 20, 40].map(third)).toEqual([0, 0, 1, 1, 2, 2]);
    expect([0, 0].map(thirds([0, 0, 0]))).toEqual([2, 2]);
  });
});
