import * as z from "zod/mini";
import { Id, Localized } from "./primitives.ts";
import { RULES } from "./rule.ts";

/** A part of the way that accounts go with the workspace. */
export const JourneyStage = z.strictObject({
  id: Id,
  name: Localized,
  /** Days after which an account counts as stuck there; null: it may stay. */
  expectedDays: z.nullable(z.int().check(z.positive(), z.maximum(3650))),
});
export type JourneyStage = z.infer<typeof JourneyStage>;

/** The stages of a workspace in their order. */
export const Journey = z.strictObject({
  stages: z.array(JourneyStage).check(
    z.minLength(1),
    z.maxLength(30),
    z.refine((stages) => new Set(stages.map(({ id }) => id)).size === stages.length, {
      error: RULES.differentStages,
    }),
  ),
});
export type Journey = z.infer<typeof Journey>;

const stage = (id: string, en: string, ru: string, expectedDays: number | null): JourneyStage => ({
  id,
  name: { en, ru },
  expectedDays,
});

/** Of a workspace that has not said otherwise. */
export const DEFAULT_JOURNEY: Journey = {
  stages: [
    stage("onboarding", "Onboarding", "Запуск", 45),
    stage("integration", "Integration", "Интеграция", 30),
    stage("adoption", "Adoption", "Освоение", 90),
    stage("value", "Value", "Ценность", null),
    stage("renewal", "Renewal", "Продление", 60),
    stage("offboarding", "Offboarding", "Уход", 30),
  ],
};
