import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHURN_KINDS } from "../../lib/model/churn.ts";
import { bandOf } from "../health/band.ts";
import { calendarDaysAgo, NOW } from "../health/fixture.ts";
import { judgeRisk, type RiskQuestion } from "./risk.ts";

const sign = (kind: RiskQuestion["signals"][number]["kind"], level: "medium" | "high" = "medium") =>
  ({ kind, level, name: null }) as const;

function judge(score: number | null, changes: Partial<RiskQuestion> = {}) {
  const band = score === null ? null : bandOf(score);
  return judgeRisk({ score, band, renewal: null, signals: [], now: NOW, ...changes });
}

describe("risk", () => {
  it("Z10: the rows that are worked by hand in the spec", () => {
    const inDays = (days: number) => ({ renewal: calendarDaysAgo(-days) });
    expect(judge(80, inDays(30)).risk).toBe("low");
    expect(judge(64, inDays(200)).risk).toBe("medium");
    expect(judge(64, inDays(90))).toMatchObject({
      risk: "high",
      causes: [{ type: "renewal" }, {}],
    });
    expect(judge(64, inDays(91)).risk).toBe("medium");
    expect(judge(65, inDays(90)).risk).toBe("medium");
    expect(judge(64, inDays(-5)).risk).toBe("medium");
    expect(judge(80, { signals: [sign("long-silence")] }).risk).toBe("medium");
    expect(judge(80, { signals: [sign("usage-drop", "high")] }).risk).toBe("high");
    const three = [sign("long-silence"), sign("low-nps"), sign("more-bugs")];
    expect(judge(80, { signals: three }).risk).toBe("high");
    expect(judge(80, { signals: [...three.slice(1), sign("low-nps")] }).risk).toBe("medium");
    expect(judge(49, { band: "fair" }).risk).toBe("medium");
    expect(judge(49).risk).toBe("high");
    expect(judge(null, inDays(10)).risk).toBeNull();
    expect(judge(null, { signals: [sign("champion-left", "high")] }).risk).toBe("high");
  });

  it("Z10: tells every cause, the worst first", () => {
    const signals = [sign("long-silence"), sign("bake-off", "high")];
    expect(judge(60, { signals }).causes).toEqual([
      { risk: "high", type: "signal", kind: "bake-off", name: null },
      { risk: "medium", type: "score" },
      { risk: "medium", type: "signal", kind: "long-silence", name: null },
    ]);
  });

  const anySign = fc.record({
    kind: fc.constantFrom(...CHURN_KINDS),
    level: fc.constantFrom("medium" as const, "high" as const),
    name: fc.constant(null),
  });
  const anyScore = fc.option(fc.integer({ min: 0, max: 100 }));
  const anyRenewal = fc.option(fc.integer({ min: -100, max: 400 }).map(calendarDaysAgo));

  it("Z10: equals a second reading of the rule, and one more sign never makes it better", () => {
    const rank = ["low", "medium", "high"];
    fc.assert(
      fc.property(
        anyScore,
        anyRenewal,
        fc.array(anySign, { maxLength: 5 }),
        anySign,
        (score, renewal, signals, more) => {
          const days = renewal === null ? null : (Date.parse(renewal) - NOW) / 86_400_000;
          const soon = days !== null && days > -1 && days < 90;
          const high =
            (score !== null && (score < 50 || (soon && score < 65))) ||
            signals.some(({ level }) => level === "high") ||
            new Set(signals.map(({ kind }) => kind)).size > 2;
          const medium = signals.length > 0 || (score !== null && score <= 75);
          const expected = high ? "high" : medium ? "medium" : score === null ? null : "low";
          const { risk } = judge(score, { renewal, signals });
          expect(risk).toBe(expected);
          const then = judge(score, { renewal, signals: [...signals, more] }).risk;
          expect(rank.indexOf(then ?? "")).toBeGreaterThanOrEqual(rank.indexOf(risk ?? ""));
        },
      ),
    );
  });
});
