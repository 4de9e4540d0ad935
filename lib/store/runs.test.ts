import { describe, expect, it } from "vitest";
import { guided } from "../../test/support/captured.ts";
import type { GuideEvent } from "../model/event.ts";
import { foldRun } from "./runs.ts";
import type { RunRecord } from "./schema.ts";

const fold = (...events: GuideEvent[]) =>
  events.reduce<RunRecord | undefined>(
    (run, event) => foldRun(run, "ada", event, "auto"),
    undefined,
  );

describe("G1: a run is a fold of its events", () => {
  it("stands at the step last shown, or beyond it when that was completed", () => {
    const begun = [guided("started", 1, { step: "a" }), guided("step_shown", 2, { step: "a" })];
    expect(fold(...begun)).toMatchObject({ status: "running", step: "a", stepDone: false });
    const done = [...begun, guided("step_completed", 3, { step: "a" })];
    expect(fold(...done)).toMatchObject({ step: "a", stepDone: true, stepSince: 1 });
    const next = [...done, guided("step_shown", 4, { step: "b" })];
    expect(fold(...next)).toMatchObject({ step: "b", stepDone: false, stepSince: 4 });
  });

  it("a step shown once more after a reload began when it was first shown", () => {
    const boot = "018f0000-0000-7000-8000-00000000000c";
    const run = fold(
      guided("started", 1, { step: "a" }),
      guided("step_shown", 2, { step: "a" }),
      guided("step_shown", 9, { step: "a", boot, seq: 0 }),
    );
    expect(run).toMatchObject({ step: "a", stepSince: 1, updatedAt: 9 });
  });

  it("ends, and begins anew when it is started again", () => {
    const ended = [guided("started", 1), guided("dismissed", 2)];
    expect(fold(...ended)).toMatchObject({ status: "dismissed" });
    expect(fold(...ended, guided("started", 3))).toMatchObject({ status: "running", startedAt: 3 });
  });

  it("T36: what was put off stands where it was left, and runs again when it goes on", () => {
    const begun = [guided("started", 1, { step: "a" }), guided("step_shown", 2, { step: "a" })];
    const left = [...begun, guided("snoozed", 3, { step: "a" })];
    expect(fold(...left)).toMatchObject({ status: "snoozed", step: "a" });
    const on = [...left, guided("step_shown", 4, { step: "a" })];
    expect(fold(...on)).toMatchObject({ status: "running", step: "a", startedAt: 1 });
  });

  it("G2: a missing target ends it only when its event says so, and never as a dismissal", () => {
    const begun = guided("started", 1, { step: "a" });
    const waiting = guided("target_missing", 2, { step: "a" });
    expect(fold(begun, waiting)).toMatchObject({ status: "running" });
    const ended = guided("target_missing", 3, { step: "a", reason: "end: absent" });
    expect(fold(begun, waiting, ended)).toMatchObject({ status: "target_missing" });
  });

  it("L16: what was said of it outlives its run, and the newest word counts", () => {
    const begun = [guided("started", 1), guided("completed", 2)];
    const said = fold(...begun, guided("rated_unhelpful", 3), guided("rated_helpful", 4));
    expect(said).toMatchObject({ status: "completed", rated: { version: 1, helpful: true } });
    const again = fold(...begun, guided("rated_unhelpful", 3), guided("started", 4));
    expect(again).toMatchObject({ status: "running", rated: { version: 1, helpful: false } });
  });

  it("ends also when the clock was put back meanwhile", () => {
    const run = fold(guided("started", 9_000), guided("step_shown", 9_001), guided("completed", 5));
    expect(run).toMatchObject({ status: "completed" });
  });

  it("is not changed by what its document had captured earlier", () => {
    const late = guided("step_shown", 1, { step: "a" });
    const run = fold(guided("started", 2), guided("step_shown", 3, { step: "b" }));
    expect(run && foldRun(run, "ada", late, "auto")).toBe(run);
  });
});
