import { expect, test } from "vitest";
import type { AccountChange } from "../../lib/model/account-change.ts";
import { together } from "./history-entries.ts";

const change = (id: string, own: Partial<AccountChange> = {}) => {
  const told: AccountChange = {
    id,
    at: 1,
    source: "csv",
    by: "Ann",
    what: "field",
    subject: id,
    before: null,
    after: id,
    import: null,
    ...own,
  };
  return { type: "change" as const, at: told.at, change: told };
};

test("fields that one import changed are one entry; another hand, moment or thing is another", () => {
  const entries = together([
    change("plan"),
    change("owner"),
    change("t", { what: "task" }),
    change("size"),
    change("name", { source: "hand" }),
    change("seats", { source: "hand", at: 0 }),
  ]);
  const ids = entries.map((one) =>
    one.type === "changes" ? one.changes.map(({ id }) => id) : one.type,
  );
  expect(ids).toEqual([["plan", "owner"], "change", ["size"], ["name"], ["seats"]]);
});
