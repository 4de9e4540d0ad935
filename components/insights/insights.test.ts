import { describe, expect, it } from "vitest";
import { createTranslator } from "../../lib/i18n/translator.ts";
import type { Evidence, SignalEntry } from "../../lib/message/protocol.ts";
import type { SignalDefinition } from "../../lib/model/signal.ts";
import type { Ask } from "../ports.ts";
import { figuresOf } from "./figures.ts";
import { createInsightsModel } from "./insights-model.ts";
import { shortText } from "./short-text.ts";
import { valueText } from "./value-text.ts";

const en = createTranslator("en", ["en-GB"]);
const named = { id: "it", name: "It" };
const drop: SignalDefinition = { ...named, kind: "drop" };
const onboarding: SignalDefinition = {
  ...named,
  kind: "onboarding",
  stages: [{ id: "run", name: "Run it", when: { type: "used", feature: "run" } }],
  stuckAfter: "1d",
};
const outcome: SignalDefinition = {
  ...named,
  kind: "outcome",
  guide: "g",
  goal: "live",
  within: "1d",
};

describe("values in words", () => {
  it.each<[SignalDefinition, SignalEntry["value"], SignalEntry["detail"], string]>([
    [{ ...named, kind: "adoption", feature: "a" }, "habitual", {}, "A habit"],
    [{ ...named, kind: "usage" }, 0.5, { used: 2, entitled: 4 }, "2 of 4 features"],
    [{ ...named, kind: "active-days" }, 1, {}, "1 of 28 days"],
    [{ ...named, kind: "retention", period: "week" }, 0.75, {}, "Active in 75% of weeks"],
    [onboarding, "run", { at: 0, of: 1 }, "1 of 1: Run it"],
    [drop, "medium", { change: 0.4 }, "40% less than usual"],
    [outcome, "not-moved", {}, "Goal not reached in time"],
  ])("%o %s", (definition, value, detail, text) => {
    expect(valueText({ definition, value, detail }, en).text).toBe(text);
  });

  it("V13: null is neutral, and says why", () => {
    const said = (definition: SignalDefinition, detail = {}) =>
      valueText({ definition, value: null, detail }, en);
    expect(said(drop)).toEqual({
      text: "Not enough data yet",
      tone: "neutral",
      why: "Four usual weeks with at least 10 uses each are needed to compare with.",
    });
    expect(said(outcome, { shownAt: 5, movedAt: null }).why).toContain("still time");
    expect(said({ ...named, kind: "adoption", feature: "a" }).text).toBe("Does not apply");
  });

  it("are short where there is no room, and nothing where a mark says it", () => {
    expect(shortText("drop", "high", en)).toBe("Far less than usual");
    expect(shortText("usage", 0.25, en)).toBe("25%");
    expect(shortText("milestone", true, en)).toBeNull();
  });

  it("details name what the value was made of", () => {
    const entry = {
      definition: { ...named, kind: "milestone", when: { type: "used", feature: "a" } },
      since: 3 * 3_600_000,
      detail: { firstSeenAt: 0 },
    } as unknown as SignalEntry;
    const figures = figuresOf(entry, { features: {}, guides: {}, signals: {} }, en);
    expect(figures.at(-1)).toEqual(["Time to value", "3 hours"]);
  });
});

it("the events behind a signal are asked for only on demand, and again for another one", async () => {
  const asked: unknown[] = [];
  const evidence: Evidence = { events: [], gone: 2 };
  const model = createInsightsModel((async (_name, input) => {
    asked.push(input);
    return { ok: true, value: evidence };
  }) as Ask);
  model.toggle("one");
  expect(model.evidence.value).toBeNull();
  await model.showEvidence();
  expect(model.evidence.value).toMatchObject({ state: "ready", value: evidence });
  model.toggle("two");
  expect([model.open.value, model.evidence.value]).toEqual(["two", null]);
  model.toggle("two");
  expect(model.open.value).toBeNull();
  expect(asked).toEqual([{ signal: "one" }]);
});
