import type { AudienceSize } from "../../lib/model/audience.ts";
import type { Condition } from "../../lib/model/condition.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { adoptionPeople, type Profile, SEEN_DAYS } from "./adoption/people.ts";
import { holds, leavesOf, undecidable } from "./adoption/segments.ts";

/** How many of the people seen lately a condition fits, as far as the server knows enough of them. */
export async function audienceSize(
  sql: Sql,
  workspace: string,
  { condition, now }: { condition: Condition; now: number },
): Promise<AudienceSize> {
  const published = await readPublished(sql, workspace);
  const segments = new Map(
    published.flatMap((one) => (one.kind === "segments" ? [[one.id, one.body] as const] : [])),
  );
  const leaves = leavesOf(condition, segments);
  const names = (of: "user" | "account") =>
    leaves.flatMap((leaf) => (leaf.type === "attribute" && leaf.of === of ? [leaf.name] : []));
  const { profiles } = await adoptionPeople(sql, workspace, {
    now,
    features: [],
    signals: new Map(),
    wanted: {
      user: names("user"),
      account: names("account"),
      signals: leaves.flatMap((leaf) => (leaf.type === "signal" ? [leaf.signal] : [])),
    },
  });
  const sum = (fits: (profile: Profile) => boolean) =>
    profiles.reduce((people, one) => people + (fits(one.profile) ? one.people : 0), 0);
  const undecided = undecidable(condition, segments) ?? null;
  const fits = ({ user, account, signals }: Profile) =>
    holds(
      condition,
      { user: user ?? {}, account: account ?? {}, signals: new Set(signals) },
      segments,
    );
  return {
    people: undecided === null ? sum(fits) : null,
    of: sum(() => true),
    days: SEEN_DAYS,
    undecided,
  };
}
