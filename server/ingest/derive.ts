import type { Statement } from "../db/database.ts";
import { logUsesOf } from "../usage/use-log.ts";
import type { IncomingEvent } from "./event.ts";
import { foldRollups } from "./fold.ts";
import { foldPeople, type People } from "./fold-people.ts";
import { upsertOf } from "./upserts.ts";

/** What follows from new events, ready to be written. */
export interface Derived {
  /** What is said of these still has to be looked at. */
  accounts: People["accounts"];
  /** Everything else. */
  statements: Statement[];
  /** When the last of them was received, epoch ms. */
  receivedAt: number;
}

export function derive(workspace: string, fresh: readonly IncomingEvent[]): Derived {
  const { accounts, users, devices } = foldPeople(fresh);
  const rollups = foldRollups(fresh);
  return {
    accounts,
    statements: [
      ...upsertOf(workspace, "users", users),
      ...upsertOf(workspace, "devices", devices),
      ...upsertOf(workspace, "signal_values", rollups.signal_values),
      ...upsertOf(workspace, "signal_days", rollups.signal_days),
      ...upsertOf(workspace, "experiment_exposures", rollups.experiment_exposures),
      ...logUsesOf(workspace, fresh),
      ...upsertOf(workspace, "guide_progress", rollups.guide_progress),
      ...upsertOf(workspace, "guide_targets", rollups.guide_targets),
      ...upsertOf(workspace, "survey_answers", rollups.survey_answers),
      ...upsertOf(workspace, "guide_target_pages", rollups.guide_target_pages),
    ],
    receivedAt: Math.max(0, ...fresh.map(({ receivedAt }) => receivedAt)),
  };
}
