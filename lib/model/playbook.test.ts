import { expect, it } from "vitest";
import { parse } from "./parse.ts";
import { Playbook } from "./playbook.ts";

const playbook = (when: object, more: object = {}) =>
  parse(Playbook, {
    name: "P",
    when,
    actions: [{ type: "task", title: "Call {{account.name|them}}" }],
    ...more,
  });
const attribute = (name: string, of = "account") => ({
  type: "attribute",
  of,
  name,
  op: "gt",
  value: 1,
});

it("J1: a condition about accounts in the language of triggers is taken", () => {
  const result = playbook({
    type: "all",
    of: [
      { type: "used", feature: "reports" },
      { type: "count", feature: "reports", op: "eq", value: 0, within: "7d" },
      { type: "not", of: { type: "signal", signal: "on-holiday" } },
      attribute("daysToRenewal"),
      attribute("custom.tier"),
      attribute("module.reports"),
    ],
  });
  expect(result).toMatchObject({ ok: true, value: { coolDown: "30d" } });
});

it.each([
  [{ type: "page", url: { path: "/x" } }, "when.type"],
  [{ type: "not", of: attribute("plan", "user") }, "when.of.of"],
  [{ type: "any", of: [attribute("plan"), attribute("shoeSize")] }, "when.of[1].name"],
  [{ type: "count", feature: "a", op: "eq", value: 0, within: "90m" }, "when.within"],
  [{ type: "used", feature: "a", within: "400d" }, "when.within"],
])("J1: %j is refused with its place", (when, path) => {
  const result = playbook(when);
  expect(result.ok ? [] : result.error.map((problem) => problem.path)).toEqual([path]);
});

it("J3, J5: waits and rests are whole days of at most a year", () => {
  const when = attribute("plan");
  for (const wait of ["90m", "2y", "60w"]) {
    expect(playbook(when, { wait })).toMatchObject({ ok: false, error: [{ path: "wait" }] });
  }
  expect(playbook(when, { wait: "7d", coolDown: "2w" }).ok).toBe(true);
});
