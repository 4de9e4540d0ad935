import type { HealthProfile } from "../../lib/model/health.ts";
import type { AccountFacts } from "./facts.ts";

/** H1: the first segment whose conditions all hold. What is not known of an account fulfils no condition about it. */
export function profileOf(
  profiles: readonly HealthProfile[],
  { plan, stage, touchModel }: Pick<AccountFacts, "plan" | "stage" | "touchModel">,
): HealthProfile {
  const has = (wanted: readonly string[] | undefined, value: string | null) =>
    wanted === undefined || (value !== null && wanted.includes(value));
  const found = profiles.find(
    ({ when }) =>
      has(when.plans, plan) && has(when.stages, stage) && has(when.touchModels, touchModel),
  );
  if (!found) throw new TypeError("the last segment fits every account");
  return found;
}
