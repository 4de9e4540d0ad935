import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../lib/i18n/messages.ts";
import { createTranslator } from "../../lib/i18n/translator.ts";
import type { GuideExplanation } from "../../lib/message/protocol.ts";
import { Busy } from "../../lib/model/busy.ts";
import type { ConditionTrace, TraceLine } from "../../lib/model/trace.ts";
import { blamed, isNegated } from "./blame.ts";
import { whyReport } from "./why-report.ts";
import { namesOf, whyText } from "./why-text.ts";

const NOON = Date.UTC(2026, 10, 22, 12);

const line = (change: Partial<TraceLine>): TraceLine => ({
  check: "start",
  outcome: "stopped",
  values: {},
  until: null,
  conditions: [],
  ...change,
});
const condition = (change: Partial<ConditionTrace>): ConditionTrace => ({
  at: "",
  type: "signal",
  holds: false,
  values: {},
  ...change,
});
const stopped = (stoppedBy: TraceLine): GuideExplanation => ({
  guide: "tour",
  name: { en: "First steps", ru: "Первые шаги" },
  kind: "tour",
  verdict: "stopped",
  stoppedBy,
  trace: [stoppedBy],
  at: NOON,
  run: null,
});

const plan = condition({
  type: "attribute",
  values: { of: "account", name: "plan", op: "eq", value: "pro", found: "free" },
});
const caps = { shown: 2, limit: 2 };
const STOPS: TraceLine[] = [
  line({}),
  line({ check: "paused", values: { since: NOON } }),
  line({ check: "schedule", values: { from: NOON }, until: NOON }),
  line({ check: "schedule", values: { until: NOON } }),
  ...["completed", "dismissed", "snoozed", "running", "target_missing", null].map((status) =>
    line({ check: "frequency", values: { frequency: "once", status } }),
  ),
  line({ check: "frequency", values: { frequency: "until-completed", status: "completed" } }),
  line({ check: "frequency", values: { frequency: "always", status: "dismissed", visit: true } }),
  line({ check: "target", values: { missed: 3, limit: 3 } }),
  line({ check: "experiment", values: { experiment: "lift", arm: "holdout" } }),
  ...(["newcomer", "running", "priority"] as const).map((check) =>
    line({ check, values: { guide: "tour" } }),
  ),
  ...Busy.options.map((doing) => line({ check: "busy", values: { doing } })),
  line({ check: "spacing", until: NOON }),
  line({ check: "cool-down", values: { dismissals: 2 }, until: NOON }),
  line({ check: "session", values: caps }),
  line({ check: "day", values: caps, until: NOON }),
  line({ check: "week", values: caps, until: NOON }),
  line({ check: "week", values: { shown: 0, limit: 0 } }),
  ...[
    plan,
    condition({ values: { signal: "active", is: true, found: false } }),
    condition({ values: { signal: "active", is: false, found: true } }),
    condition({ type: "segment", holds: "broken", values: { segment: "gone" } }),
    condition({ type: "sequence", values: { steps: 3 } }),
    condition({ type: "used", values: { feature: "deploy", times: 3, within: null } }),
    condition({ type: "used", values: { feature: "deploy", times: 3, within: "7d" } }),
    condition({
      type: "count",
      values: { feature: "deploy", op: "lt", value: 3, within: "7d", found: 3 },
    }),
    ...[
      { from: null, had: false },
      { from: NOON, had: false },
      { from: NOON, had: true },
    ].map((more) =>
      condition({
        type: "absent",
        values: { feature: "deploy", after: "add", for: "2m", ...more },
      }),
    ),
    condition({ type: "page", values: { host: null, path: "/flows/*", found: "/" } }),
    condition({ type: "guide", values: { guide: "tour", found: null } }),
    ...["present", "absent", "more"].map((state) =>
      condition({ type: "element", values: { selector: "#x", state, min: 1 } }),
    ),
  ].flatMap((one) => [
    line({ check: "trigger", conditions: [one] }),
    line({ check: "audience", conditions: [one] }),
  ]),
];

describe.each(LANGUAGES)("D28: in %s", (language) => {
  const words = createTranslator(language, []);

  test.each(
    STOPS.map((stop) => [JSON.stringify([stop.check, stop.values, stop.conditions]), stop]),
  )("%s has a sentence of its own with all its values", (_, stop) => {
    const guide = stopped(stop as TraceLine);
    const text = whyText(guide, words, namesOf([guide], words));
    expect(text).toMatch(/^[\p{Lu}“«].*\.$/u);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
  });

  test("each of them says something else", () => {
    const name = (guide: string) => guide;
    const texts = STOPS.map((stop) => whyText(stopped(stop), words, name));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("D28: the first condition that stopped it", () => {
  test("is told with what was asked and what was found", () => {
    const guide = stopped(line({ check: "audience", conditions: [plan] }));
    const words = createTranslator("en", []);
    expect(whyText(guide, words, String)).toBe(
      "It is for others. Not met: “plan” of the account = pro; found: free.",
    );
  });

  test("is what speaks against the whole, also under not and in a segment", () => {
    const fine = condition({ at: "of[0]", holds: true });
    const against = condition({ at: "of[1].of", type: "used", holds: true });
    expect(blamed(line({ conditions: [fine, against] }))).toBe(against);
    expect(isNegated(condition({ at: "of[0].segment(a.of.b).of[1]" }))).toBe(false);
    const inner = condition({ at: "segment(pro).of", holds: true });
    const outer = condition({ at: "", type: "segment", holds: false });
    expect(blamed(line({ conditions: [inner, outer] }))).toBe(inner);
  });
});

test("D28: the copied text has the sentence and every check with its values", () => {
  const words = createTranslator("en", []);
  const first = line({ check: "schedule", outcome: "passed", values: { from: 1, until: null } });
  const last = line({ check: "day", values: caps, until: NOON });
  const guide = { ...stopped(last), trace: [first, last] };
  const report = whyReport([guide, stopped(line({ check: "trigger", conditions: [plan] }))], words);
  expect(report).toContain("First steps (tour, tour): Not now\n  Shown within 24 hours: 2.");
  expect(report).toContain("  [passed] schedule from=1 until=null\n");
  expect(report).toContain("  [stopped] day shown=2 limit=2 until=2026-11-22T12:00:00.000Z");
  expect(report).toContain(
    '    [false] attribute of="account" name="plan" op="eq" value="pro" found="free"',
  );
});
