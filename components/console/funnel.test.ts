import { expect, test } from "vitest";
import type { GuideFunnel } from "../../lib/model/query.ts";
import { readFunnel } from "./funnel.ts";

const funnel = (...steps: [shown: number, completed: number, missing: number][]): GuideFunnel => ({
  guide: "g",
  version: 1,
  name: { en: "G" },
  totals: {
    started: 10,
    step_shown: 10,
    step_completed: 8,
    completed: 4,
    dismissed: 2,
    target_missing: 1,
    answered: 0,
    snoozed: 0,
  },
  steps: steps.map(([shown, completed, missing], index) => ({
    step: `s${index}`,
    title: { en: `S${index}` },
    shown,
    completed,
    missing,
  })),
});

test("drop-off is who saw a step and did not finish it", () => {
  const { rows, whole, totals } = readFunnel(funnel([10, 8, 0], [8, 4, 1]));
  expect(whole).toBe(10);
  expect(totals).toEqual({ started: 10, completed: 4, dismissed: 2, missing: 1 });
  expect(rows.map(({ lost, lostShare }) => [lost, lostShare])).toEqual([
    [2, 0.2],
    [4, 0.5],
  ]);
});

test("L16: whether it helped is of those who said so", () => {
  expect(readFunnel(funnel([10, 8, 0])).helped).toBeNull();
  const rated = { ...funnel([10, 8, 0]), totals: { rated_helpful: 3, rated_unhelpful: 1 } };
  expect(readFunnel(rated).helped).toEqual({ yes: 3, of: 4, share: 0.75 });
});

test("more people at a later step, or finishing what they were not seen to begin, lose nobody", () => {
  const { rows, whole } = readFunnel(funnel([3, 5, 0], [12, 12, 0], [0, 0, 0]));
  expect(whole).toBe(12);
  expect(rows.map(({ lost, lostShare }) => [lost, lostShare])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});
