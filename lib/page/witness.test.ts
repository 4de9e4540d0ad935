import { describe, expect, it } from "vitest";
import type { GuideReport } from "./agent-port.ts";
import type { Locator } from "./locator-port.ts";
import type { Hit, Miss } from "./seek.ts";
import { createWitness } from "./witness.ts";

const report = (action: GuideReport["action"], step: string): GuideReport => ({
  action,
  guide: "tour",
  version: 1,
  step,
});

/** A witness of searches that end as told, one after the other. */
async function witnessOf(...answers: (Partial<Hit> | Miss)[]) {
  const locator = { place: () => ({ lang: "de", build: "5.1" }) } as Locator;
  const witness = createWitness(async () => answers.shift() as Miss, locator);
  witness.begin("save");
  for (const _ of [...answers]) {
    await witness.search({ samples: [] } as never, new AbortController().signal);
  }
  return witness;
}

describe("T46: what was seen of a target", () => {
  it("is told with the step that was shown, or whose target is missing", async () => {
    const missing = await witnessOf({ outcome: "absent", reason: "nothing", score: 0.123 });
    expect(missing.tell(report("target_missing", "save"), null).target).toEqual({
      outcome: "absent",
      score: 0.12,
      lang: "de",
      build: "5.1",
    });
    const found = await witnessOf(
      { outcome: "absent", reason: "nothing", score: 0.1 },
      { outcome: "found", reason: "its text", score: 0.876 },
    );
    expect(found.tell(report("step_shown", "save"), null).target).toMatchObject({
      outcome: "found",
      score: 0.88,
    });
  });

  it("says that it was covered or disabled", async () => {
    const witness = await witnessOf({ outcome: "found", reason: "its text", score: 1 });
    const event = report("step_shown", "save");
    expect(witness.tell(event, "covered").target).toMatchObject({ outcome: "covered" });
  });

  it("is not told with what is about nothing of the kind, or about another step", async () => {
    const witness = await witnessOf({ outcome: "found", reason: "its text", score: 1 });
    for (const action of ["started", "step_completed", "completed", "dismissed"] as const) {
      expect(witness.tell(report(action, "save"), null)).toEqual(report(action, "save"));
    }
    expect(witness.tell(report("step_shown", "next"), null)).toEqual(report("step_shown", "next"));
    witness.begin("next");
    expect(witness.tell(report("step_shown", "next"), null)).toEqual(report("step_shown", "next"));
  });
});
