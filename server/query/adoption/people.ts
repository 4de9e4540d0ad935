import type { Attributes } from "../../../lib/model/primitives.ts";
import type { Sql } from "../../db/database.ts";
import { dayText, readUses } from "../../usage/read-uses.ts";
import { levelsOf } from "./levels.ts";
import { readProfiles } from "./profiles.ts";

const DAY_MS = 86_400_000;

/** People are those seen in so many days. */
export const SEEN_DAYS = 28;

/** Of a person only what is asked for: so people who do not differ in it are counted together. */
export interface Profile {
  user: Attributes | null;
  account: Attributes | null;
  /** Those asked for that are true. */
  signals: string[] | null;
}

export interface AdoptionQuestion {
  now: number;
  /** Published features. */
  features: readonly string[];
  /** Adoption signals, by the feature they are about. */
  signals: ReadonlyMap<string, string>;
  /** Names of attributes, and signals, that profiles hold. */
  wanted: { user: readonly string[]; account: readonly string[]; signals: readonly string[] };
}

/** How many people there are of each profile, and how far they took up each feature. */
export interface AdoptionPeople {
  profiles: { profile: Profile; people: number }[];
  levels: {
    feature: string;
    profile: Profile;
    tried: number;
    adopted: number;
    habitual: number;
  }[];
}

export async function adoptionPeople(
  sql: Sql,
  workspace: string,
  question: AdoptionQuestion,
): Promise<AdoptionPeople> {
  const today = Math.floor(question.now / DAY_MS);
  const from = today - SEEN_DAYS + 1;
  const seenOnly = { from: dayText(from), to: dayText(today), of: "seen" } as const;
  const everything = { to: dayText(today), of: "both" } as const;
  const wanted = question.features.length === 0 ? seenOnly : everything;
  const uses = await readUses(sql, workspace, wanted);
  const known = await readProfiles(sql, workspace, uses, { ...question, from: dayText(from) });
  const seen = new Uint8Array(uses.size);
  for (const { day, feature, people } of uses.days) {
    if (feature === "" && day >= from) for (const person of people) seen[person] = 1;
  }
  const people = known.profiles.map(() => 0);
  for (let person = 0; person < uses.size; person++) {
    const of = known.profileOf[person] as number;
    if (seen[person]) people[of] = (people[of] ?? 0) + 1;
  }
  const daysOf = Map.groupBy(uses.days, ({ feature }) => feature);
  const levels = question.features.flatMap((feature) => {
    const levelOf =
      known.levels.get(feature) ?? levelsOf(daysOf.get(feature) ?? [], { size: uses.size, today });
    const counts = known.profiles.map((profile) => ({
      feature,
      profile,
      tried: 0,
      adopted: 0,
      habitual: 0,
    }));
    for (let person = 0; person < uses.size; person++) {
      const level = levelOf[person] as number;
      const count = counts[known.profileOf[person] as number];
      if (!count || level === 0 || !seen[person]) continue;
      count.tried += 1;
      if (level >= 2) count.adopted += 1;
      if (level >= 3) count.habitual += 1;
    }
    return counts;
  });
  const profiles = known.profiles.map((profile, at) => ({ profile, people: people[at] ?? 0 }));
  return { profiles: profiles.filter((one) => one.people > 0), levels };
}
