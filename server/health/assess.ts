import type { HealthDefinitions, HealthProfile } from "../../lib/model/health.ts";
import { detectChurn, type Found } from "../churn/detect.ts";
import type { AccountFacts, HealthWorld } from "./facts.ts";
import { measure } from "./measure.ts";
import { profileOf } from "./profile.ts";
import { type HealthResult, scoreHealth } from "./score.ts";
import { type Usual, usualWeek } from "./usual.ts";

export interface Assessment {
  profile: HealthProfile;
  health: HealthResult;
  usual: Usual;
  found: Found[];
}

/** What the facts of one account say about its health, and the signs of churn in them. */
export function assess(
  facts: AccountFacts,
  world: HealthWorld,
  { profiles, churn }: Pick<HealthDefinitions, "profiles" | "churn">,
): Assessment {
  const profile = profileOf(profiles, facts);
  const usual = usualWeek(facts, world, churn.drop);
  return {
    profile,
    usual,
    health: scoreHealth(profile, (one) => measure(one, facts, world, usual)),
    found: detectChurn({ facts, world, usual, rules: churn }),
  };
}
