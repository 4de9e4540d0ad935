import { KNOWN_ACCOUNTS } from "../../accounts/known-attributes.ts";
import type { Sql } from "../../db/database.ts";
import { personKey, type Uses } from "../../usage/read-uses.ts";
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

const only = (traits: string, names: string) =>
  `(SELECT jsonb_object_agg(key, value) FROM jsonb_each(${traits}) WHERE key = ANY (${names}::text[]))`;

/** Users that were seen since a day, by account and what else is asked for: numbers of those that are packed, names of the others. */
const USERS = `
  SELECT g."user", ${only("a.traits", "$4")} AS account, g.numbers, g.loose
  FROM (
    SELECT u.account_id, CASE WHEN cardinality($3::text[]) > 0 THEN ${only("u.traits", "$3")} END AS "user",
      string_agg(p.number::text, ',') AS numbers, jsonb_agg(u.user_id) FILTER (WHERE p.number IS NULL) AS loose
    FROM users u LEFT JOIN packed_people p
      ON p.workspace_id = u.workspace_id AND NOT p.anonymous AND p.person = u.user_id
    WHERE u.workspace_id = $1::uuid AND u.last_at >= $2::date
    GROUP BY 1, 2) g
  LEFT JOIN ${KNOWN_ACCOUNTS} a ON a.account_id = g.account_id`;

const SAID = `
  SELECT c.unknown, c.who, c.signal, c.value #>> '{}' AS value, ${REACHED} AS reached, p.number
  FROM ${CURRENT} c LEFT JOIN packed_people p
    ON p.workspace_id = $1::uuid AND p.anonymous = c.unknown AND p.person = c.who
  WHERE c.signal = ANY ($2::text[])`;

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
  const users = await sql.query<
    Omit<Profile, "signals"> & { numbers: string | null; loose: string[] | null }
  >(USERS, [workspace, from, wanted.user, wanted.account]);
  for (const { user, account, ...group } of users) {
    const at = place({ user, account, signals: null });
    for (const number of group.numbers?.split(",") ?? []) profileOf[Number(number)] = at;
    for (const id of group.loose ?? []) {
      const number = loose.get(personKey(false, id));
      if (number !== undefined) profileOf[number] = at;
    }
  }
  const asked = [...wanted.signals, ...signals.values()];
  const said = asked.length === 0 ? [] : await sql.query<SaidRow>(SAID, [workspace, asked]);
  const numberOf = (row: SaidRow) => row.number ?? loose.get(personKey(row.unknown, row.who));
  const reached = said.filter((row) => row.reached && wanted.signals.includes(row.signal));
  for (const [number, rows] of Map.groupBy(reached, numberOf)) {
    if (number === undefined) continue;
    const profile = profiles[profileOf[number] ?? 0] as Profile;
    profileOf[number] = place({ ...profile, signals: rows.map(({ signal }) => signal).sort() });
  }
  const levels = new Map<string, Uint8Array>();
  for (const [feature, signal] of signals) {
    const level = new Uint8Array(size);
    for (const row of said) {
      const number = numberOf(row);
      if (row.signal !== signal || number === undefined) continue;
      level[number] = LEVELS[row.value ?? ""] ?? 0;
    }
    levels.set(feature, level);
  }
  return { profiles, profileOf, levels };
}

interface SaidRow {
  unknown: boolean;
  who: string;
  signal: string;
  value: string | null;
  reached: boolean;
  number: number | null;
}
