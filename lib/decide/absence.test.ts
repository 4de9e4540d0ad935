import { expect, it } from "vitest";
import type { Condition } from "../model/condition.ts";
import { decide } from "./decide.ts";
import type { Facts, RunFact } from "./facts.ts";
import { NOW, someFacts, someGuide } from "./fixture.ts";

const absent: Condition = { type: "absent", feature: "deploy", after: "add", for: "2m" };
const rarely: Condition = { type: "count", feature: "add", op: "lte", value: 2, within: "1h" };
const HOUR = 3_600_000;

/** What stops a guide with this trigger that may come again and again; null: nothing. */
function stopper(when: Condition, facts: Partial<Facts>): string | null {
  const guide = someGuide({ trigger: { start: "auto", frequency: "always", when } });
  return decide(guide, someFacts(facts)).stoppedBy?.check ?? null;
}

const had = (startedAt: number, change: Partial<RunFact> = {}) => ({
  runs: new Map([
    ["hello", { status: "completed", updatedAt: NOW - HOUR, startedAt, ...change } as const],
  ]),
});
const from = (moment: number | null) => ({ absentFrom: () => moment });

it("S14: an absence holds from its moment on, as seen at the time of the decision", () => {
  expect(stopper(absent, from(null))).toBe("trigger");
  expect(stopper(absent, from(NOW + 1))).toBe("trigger");
  expect(stopper(absent, from(NOW))).toBeNull();
  expect(stopper({ type: "not", of: absent }, from(NOW))).toBe("trigger");
});

it("S13: a count is compared at the time of the decision", () => {
  expect(stopper(rarely, { count: () => 2 })).toBeNull();
  expect(stopper(rarely, { count: () => 3 })).toBe("trigger");
});

it("D33: a guide that has started since the absence was there waits for the next", () => {
  const at = NOW - 2 * HOUR;
  expect(stopper(absent, { ...from(at), ...had(at - 1) })).toBeNull();
  expect(stopper(absent, { ...from(at), ...had(at) })).toBe("trigger");
  expect(stopper(absent, { ...from(at + HOUR), ...had(at) })).toBeNull();
});

it("D33: a run that found no target was no start, and under `not` starts do not matter", () => {
  const at = NOW - 2 * HOUR;
  const missed = had(at, { status: "target_missing" });
  expect(stopper(absent, { ...from(at), ...missed })).toBeNull();
  expect(stopper({ type: "not", of: absent }, { ...from(at), ...had(at) })).toBe("trigger");
});

it("D33: who is in the audience does not depend on starts", () => {
  const guide = someGuide({ audience: absent, trigger: { start: "auto", frequency: "always" } });
  const at = NOW - 2 * HOUR;
  expect(decide(guide, someFacts({ ...from(at), ...had(at) })).due).toBe(true);
});
