import type { Experiment } from "../model/experiment.ts";
import { bucket } from "./bucket.ts";
import type { Facts } from "./facts.ts";

/** `out`: takes no part and sees the guide like everybody. `holdout`: takes part and does not see it. */
export type Arm = "out" | "guide" | "holdout";

/** The unit's arm. People without an account take no part where accounts are randomised. */
export function armOf(experiment: Experiment, who: Facts["who"]): Arm {
  const unit = experiment.unit === "account" ? who.account : (who.user ?? who.device);
  if (unit === null) return "out";
  const { seed, coverage, holdout } = experiment;
  const place = bucket(seed, unit);
  if (place < coverage * holdout) return "holdout";
  // Each arm begins where it would at full coverage, so that raising the coverage moves nobody to the other arm.
  return place >= holdout && place < holdout + coverage * (1 - holdout) ? "guide" : "out";
}
