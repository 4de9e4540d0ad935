import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyValues } from "./apply.ts";
import { type AccountRecord, EMPTY_RECORD, type Saying, type Values } from "./record.ts";

const saying = (source: Saying["source"], at: number, overwrite = false): Saying => ({
  source,
  at,
  overwrite,
  by: null,
  import: null,
});

const told = (record: AccountRecord, values: Values, how: Saying) =>
  applyValues(record, values, how);

describe("what is said about an account", () => {
  it("K2: what is not named stays, null makes unknown, and each change is told with what was", () => {
    const first = told(EMPTY_RECORD, { plan: "team", owner: "Ann" }, saying("api", 1)).record;
    const { record, changes } = told(first, { plan: null, size: "1-10" }, saying("csv", 2));
    expect(record.values).toEqual({ owner: "Ann", size: "1-10" });
    expect(changes).toEqual([
      { field: "plan", before: "team", beforeSource: { source: "api", at: 1 }, after: null },
      { field: "size", before: null, beforeSource: null, after: "1-10" },
    ]);
    expect(record.sources.owner).toEqual({ source: "api", at: 1 });
  });

  it("K3: what a person corrected stays when a sync says otherwise, and what it said is kept beside it", () => {
    const corrected = told(EMPTY_RECORD, { plan: "pro" }, saying("hand", 1)).record;
    const synced = told(corrected, { plan: "team" }, saying("csv", 2));
    expect(synced.held).toEqual(["plan"]);
    expect(synced.changes).toEqual([]);
    expect(synced.record.values.plan).toBe("pro");
    expect(synced.record.sources.plan?.held).toEqual({ value: "team", source: "csv", at: 2 });
    const agreed = told(synced.record, { plan: "pro" }, saying("csv", 3)).record;
    expect(agreed.sources.plan).toEqual({ source: "hand", at: 1 });
    const decided = told(synced.record, { plan: "team" }, saying("hand", 4)).record;
    expect(decided).toEqual({
      values: { plan: "team" },
      sources: { plan: { source: "hand", at: 4 } },
    });
  });

  it("K3: a sync that says that it overwrites does", () => {
    const corrected = told(EMPTY_RECORD, { plan: "pro" }, saying("hand", 1)).record;
    const { record, held } = told(corrected, { plan: "team" }, saying("api", 2, true));
    expect([record.values.plan, held]).toEqual(["team", []]);
  });

  it("K4: between syncs the newest wins, and what an app said late changes nothing", () => {
    const synced = told(EMPTY_RECORD, { plan: "team" }, saying("api", 5)).record;
    expect(told(synced, { plan: "free" }, saying("app", 4)).record).toEqual(synced);
    expect(told(synced, { plan: "free" }, saying("app", 6)).record.values.plan).toBe("free");
  });

  it("K5: saying the same again changes nothing, whoever says it", () => {
    const values = fc.dictionary(
      fc.constantFrom("plan", "owner", "modules", "custom.a"),
      fc.oneof(
        fc.constant(null),
        fc.string({ minLength: 1 }),
        fc.array(fc.string(), { maxLength: 2 }),
      ),
    );
    const source = fc.constantFrom<Saying["source"]>("hand", "api", "csv", "app");
    fc.assert(
      fc.property(values, values, source, source, (before, said, one, other) => {
        const start = told(EMPTY_RECORD, before, saying(one, 1)).record;
        const once = told(start, said, saying(other, 2));
        const twice = told(once.record, said, saying(other, 2));
        expect(twice.changes).toEqual([]);
        expect(twice.record).toEqual(once.record);
        expect(twice.held).toEqual(once.held);
      }),
    );
  });
});
