import { KNOWN_ACCOUNTS } from "../../accounts/known-attributes.ts";
import type { Sql } from "../../db/database.ts";
import { personKey, type Uses, whoAre } from "../../usage/read-uses.ts";
import { CURRENT, REACHED } from "../current.ts";
import type { AdoptionQuestion, Profile } from "./people.ts";

const LEVELS: Readonly<Record<string, number>> = { tried: 1, adopted: 2, habitual: 3 };

/** What tells people apart, by their numbers. */
export interface Profiles {
  /** The first is that of people of whom nothing is known. */
  profiles: Profile[];
  profileOf: Int32Array;
  /** Of features with an adoption signal, how far it says that each person is. */
  levels: Map<string, Uint8Array>;
}

/**
 * Users that were seen since a day, by account and what else is asked for: numbers of those who have them beside them, names of the
 * others. What is asked of each, `count` attributes, becomes an object only where it tells groups apart.
 */
const usersBy = (count: number) => `
  SELECT g.numbers, g.loose,
    (SELECT jsonb_object_agg(name, value) FROM unnest($3::text[], g.said) AS t (name, value) WHERE value IS NOT NULL) AS "user",
    (SELECT jsonb_object_agg(key, value) FROM jsonb_each(a.traits) WHERE key = ANY ($4::text[])) AS account
  FROM (
    SELECT u.account_id, ARRAY[${Array.from({ length: count }, (_, at) => `u.traits->($3::text[])[${at + 1}]`)}]::jsonb[] AS said,
      string_agg(u.number::text, ',') AS numbers, jsonb_agg(jsonb_build_array(false, u.user_id)) FILTER (WHERE u.number IS NULL) AS loose
    FROM users u WHERE u.workspace_id = $1::uuid AND u.last_at >= $2::date
    GROUP BY 1, 2) g
  LEFT JOIN ${KNOWN_ACCOUNTS} a ON a.account_id = g.account_id`;

/** Those of whom signals say the same: numbers of those that are packed, the others by who they are. */
const SAID = `
  SELECT c.signal, c.value #>> '{}' AS value, ${REACHED} AS reached, string_agg(p.number::text, ',') AS numbers,
    jsonb_agg(jsonb_build_array(c.unknown, c.who)) FILTER (WHERE p.number IS NULL) AS loose
  FROM ${CURRENT} c LEFT JOIN packed_people p
    ON p.workspace_id = $1::uuid AND p.anonymous = c.unknown AND p.person = c.who
  WHERE c.signal = ANY ($2::text[]) GROUP BY 1, 2, 3 ORDER BY 1`;

export async function readProfiles(
  sql: Sql,
  workspace: string,
  { size, loose }: Uses,
  { from, wanted, signals }: Pick<AdoptionQuestion, "wanted" | "signals"> & { from: string },
): Promise<Profiles> {
  const profileOf = new Int32Array(size);
  const kept = new Map<string, number>();
  const profiles: Profile[] = [];
  const place = (profile: Profile) => {
    const key = JSON.stringify(profile);
    const at = kept.get(key) ?? profiles.push(profile) - 1;
    kept.set(key, at);
    return at;
  };
  place({ user: null, account: null, signals: null });
  const users = await sql.query<Omit<Profile, "signals"> & Group>(usersBy(wanted.user.length), [
    workspace,
    from,
    wanted.user,
    wanted.account,
  ]);
  // Few: who is new, and is packed or was made anew since.
  const without = users.flatMap((group) => group.loose ?? []);
  const found = await whoAre(
    sql,
    workspace,
    without.map(([anonymous, person]) => ({ anonymous, person })),
  );
  const numbersOf = (group: Group): number[] => {
    const others = (group.loose ?? []).map(([unknown, who]) => {
      const key = personKey(unknown, who);
      return loose.get(key) ?? found.get(key)?.number;
    });
    const packed = group.numbers?.split(",").map(Number) ?? [];
    return [...packed, ...others.filter((number) => number != null)];
  };
  for (const { user, account, ...group } of users) {
    const at = place({ user, account, signals: null });
    for (const number of numbersOf(group)) profileOf[number] = at;
  }
  const asked = [...wanted.signals, ...signals.values()];
  const said = asked.length === 0 ? [] : await sql.query<SaidRow>(SAID, [workspace, asked]);
  // One signal after the other, in their order.
  for (const { signal, reached, ...group } of said) {
    if (!reached || !wanted.signals.includes(signal)) continue;
    const places = new Map<number, number>();
    for (const number of numbersOf(group)) {
      const before = profileOf[number] ?? 0;
      const profile = profiles[before] as Profile;
      const at =
        places.get(before) ?? place({ ...profile, signals: [...(profile.signals ?? []), signal] });
      places.set(before, at);
      profileOf[number] = at;
    }
  }
  const levels = new Map<string, Uint8Array>();
  for (const [feature, signal] of signals) {
    const level = new Uint8Array(size);
    for (const row of said.filter((one) => one.signal === signal)) {
      for (const number of numbersOf(row)) level[number] = LEVELS[row.value ?? ""] ?? 0;
    }
    levels.set(feature, level);
  }
  return { profiles, profileOf, levels };
}

interface Group {
  numbers: string | null;
  loose: [unknown: boolean, who: string][] | null;
}

interface SaidRow extends Group {
  signal: string;
  value: string | null;
  reached: boolean;
}
