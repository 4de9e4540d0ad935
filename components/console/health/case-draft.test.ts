import { expect, test } from "vitest";
import type { RiskCaseDetail } from "../../../lib/model/risk-case.ts";
import { draftOf, patchOf } from "./case-draft.ts";

const DETAIL = {
  level: "high",
  type: "business",
  cause: "Bought by a rival",
  plan: null,
  people: ["Ann", "Ben"],
  doneAt: null,
  outcome: null,
  churnNote: null,
} as unknown as RiskCaseDetail;

test("what stands in the form of a case is saved as it was", () => {
  expect(patchOf(draftOf(DETAIL))).toEqual({
    level: "high",
    type: "business",
    cause: "Bought by a rival",
    plan: null,
    people: ["Ann", "Ben"],
    done: false,
    churnNote: null,
  });
});

test("Z17: a case that is closed as churned says a day only if somebody wrote one", () => {
  const closed = { ...draftOf(DETAIL), outcome: "churned" as const };
  expect(patchOf(closed)).not.toHaveProperty("churnedOn");
  expect(patchOf({ ...closed, churnedOn: " 2026-02-03" })).toMatchObject({
    outcome: "churned",
    churnedOn: "2026-02-03",
  });
  const averted = { ...closed, outcome: "averted" as const, churnedOn: "2026-02-03" };
  expect(patchOf(averted)).not.toHaveProperty("churnedOn");
});

test("Z13: what somebody else saved meanwhile stands beside what was typed, and is not overwritten", () => {
  const theirs = { ...DETAIL, cause: "Their budget was cut", plan: "Meet them" };
  const typed = { plan: "Call them" };
  expect(patchOf(draftOf(theirs, typed))).toMatchObject({
    cause: "Their budget was cut",
    plan: "Call them",
  });
});
