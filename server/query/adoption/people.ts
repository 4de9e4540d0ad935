import type { Attributes } from "../../../lib/model/primitives.ts";
import type { Sql } from "../../db/database.ts";
import { dayText, EVER, readUses } from "../../usage/read-uses.ts";
import { levelsOf } from "./levels.ts";
import { readProfiles } from "./profiles.ts";

const DAY_MS = 86_400_000;

/** People are those seen in so many days. */
export const SEEN_DAYS = 28;

/** Unused, tried, adopted, habitual. */
const LEVELS = 4;

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
  const seenOnly = { seen: dayText(from), to: dayText(today) };
  const everything = { ...seenOnly, used: EVER };
  const wanted = question.features.length === 0 ? seenOnly : everything;
  const uses = await readUses(sql, workspace, wanted);
  const known = await readProfiles(sql, workspace, uses, { ...question, from: dayText(from) });
  const seen = new Uint8Array(uses.size);
  for (const { feature, people } of uses.days) {
    if (feature === "") for (const person of people) seen[person] = 1;
  }
  /** Of those seen, how many of each profile are on each level. */
  const countOn = (levelOf: Uint8Array) => {
    const counts = new Int32Array(known.profiles.length * LEVELS);
    for (let person = 0; person < uses.size; person++) {
      const place = (known.profileOf[person] as number) * LEVELS + (levelOf[person] as number);
      if (seen[person]) counts[place] = (counts[place] as number) + 1;
    }
    return (profile: number, least: number) =>
      counts.subarray(profile * LEVELS + least, (profile + 1) * LEVELS).reduce(plus);
  };
  const peopleOf = countOn(new Uint8Array(uses.size));
  const daysOf = Map.groupBy(uses.days, ({ feature }) => feature);
  const levels = question.features.flatMap((feature) => {
    const levelOf =
      known.levels.get(feature) ?? levelsOf(daysOf.get(feature) ?? [], { size: uses.size, today });
    const count = countOn(levelOf);
    return known.profiles.map((profile, at) => ({
      feature,
      profile,
      tried: count(at, 1),
      adopted: count(at, 2),
      habitual: count(at, 3),
    }));
  });
  const profiles = known.profiles.map((profile, at) => ({ profile, people: peopleOf(at, 0) }));
  return { profiles: profiles.filter(({ people }) => people > 0), levels };
}

const plus = (a: number, b: number) => a + b;
