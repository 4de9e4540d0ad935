import type { JourneyStage } from "../../lib/model/journey.ts";

/** Days as typed; null where there is no number: an account may stay in the stage. */
export function daysIn(text: string): number | null {
  const days = Number.parseInt(text, 10);
  return Number.isFinite(days) && days > 0 ? days : null;
}

export function moveStage(
  stages: readonly JourneyStage[],
  at: number,
  by: 1 | -1,
): readonly JourneyStage[] {
  const stage = stages[at];
  return stage ? stages.toSpliced(at, 1).toSpliced(at + by, 0, stage) : stages;
}

/** Another stage at the end, under an id that no stage has. */
export function addStage(
  stages: readonly JourneyStage[],
  name: string,
  language: string,
): readonly JourneyStage[] {
  const ids = new Set(stages.map(({ id }) => id));
  let number = stages.length + 1;
  while (ids.has(`stage-${number}`)) number += 1;
  return [
    ...stages,
    { id: `stage-${number}`, name: { en: name, [language]: name }, expectedDays: null },
  ];
}
