import type { HealthDefinitions, HealthProfile, HealthScoreDefinition } from "./health.ts";

const usage: HealthScoreDefinition = {
  id: "usage",
  name: { en: "Usage", ru: "Использование" },
  measures: [
    { kind: "trend", weight: 2 },
    { kind: "active-users", weight: 1, target: 50 },
  ],
};

const adoption: HealthScoreDefinition = {
  id: "adoption",
  name: { en: "Adoption", ru: "Освоение" },
  measures: [{ kind: "breadth", weight: 1, target: 60 }],
};

const relationship = (good: number, bad: number): HealthScoreDefinition => ({
  id: "relationship",
  name: { en: "Relationship", ru: "Отношения" },
  measures: [
    { kind: "contact", weight: 2, good, bad },
    { kind: "meetings", weight: 1 },
  ],
});

const outcome: HealthScoreDefinition = {
  id: "outcome",
  name: { en: "Outcome", ru: "Результат" },
  measures: [
    { kind: "goals", weight: 2 },
    { kind: "attribute", weight: 1, attribute: "nps", good: 9, bad: 0, freshDays: 180 },
  ],
};

const setUp: HealthScoreDefinition = {
  id: "setup",
  name: { en: "Setting up", ru: "Запуск" },
  measures: [
    { kind: "stage", weight: 2 },
    { kind: "active-users", weight: 1, target: 30 },
  ],
};

const profile = (
  id: string,
  en: string,
  ru: string,
  when: HealthProfile["when"],
  scores: HealthScoreDefinition[],
): HealthProfile => ({ id, name: { en, ru }, when, scores });

/**
 * What a workspace begins with. Who is still being set up is not measured by habits they cannot have yet; how often
 * somebody should be talked to follows from the touch model. The likelihoods are assumptions, to be replaced by one's own.
 */
export const DEFAULT_HEALTH: HealthDefinitions = {
  profiles: [
    profile(
      "onboarding",
      "Being set up",
      "Запускаются",
      { stages: ["onboarding", "integration"] },
      [setUp, relationship(7, 30)],
    ),
    profile("high-touch", "High touch", "Ведутся лично", { touchModels: ["high"] }, [
      usage,
      adoption,
      relationship(14, 45),
      outcome,
    ]),
    profile("everyone", "All others", "Все остальные", {}, [
      usage,
      adoption,
      relationship(45, 120),
      outcome,
    ]),
  ],
  churn: {
    drop: { medium: 0.3, high: 0.5, baseline: 10 },
    silence: { high: 30, medium: 60, low: 120 },
    missedMeetings: 2,
    tickets: { least: 5, times: 2 },
    championDays: 120,
    watches: [
      {
        id: "nps",
        kind: "low-nps",
        level: "medium",
        on: { type: "attribute", attribute: "nps", op: "<=", value: 6, freshDays: 180 },
      },
      {
        id: "late-payment",
        kind: "late-payment",
        level: "high",
        on: {
          type: "attribute",
          attribute: "late_payment_days",
          op: ">=",
          value: 30,
          freshDays: 45,
        },
      },
    ],
  },
  probability: { low: 0.05, medium: 0.2, high: 0.5 },
};
