import type { ImportedRow } from "../../../lib/model/account-import.ts";
import type { Champion } from "../../../lib/model/account-value.ts";
import { type Problem, withRule } from "../../../lib/model/problem.ts";
import { RULES, sayRule } from "../../../lib/model/rule.ts";
import type { Sql } from "../../db/database.ts";
import type { Saying } from "../record.ts";
import { saveAccounts } from "../save.ts";

/** What a row says of a person: whether they carry the product at their account. */
export interface SaidChampion {
  line: number;
  user: string;
  is: boolean;
}

export interface Mark {
  became: "changed" | "held" | "unchanged";
  problem?: Problem;
}

interface Person {
  user: string;
  name: string | null;
  email: string | null;
  account: string | null;
  champions: readonly Champion[] | null;
}

const MOST = 20;

const PEOPLE = `
  SELECT u.user_id AS "user", u.name, u.email, u.account_id AS account, r.champions
  FROM user_records u LEFT JOIN account_records r
    ON r.workspace_id = u.workspace_id AND r.account_id = u.account_id AND r.archived_at IS NULL
  WHERE u.workspace_id = $1 AND u.user_id IN (SELECT jsonb_array_elements_text($2::jsonb))`;

/** Makes people champions of their accounts, or no longer; by lines. After they themselves were taken. */
export async function markChampions(
  sql: Sql,
  workspace: string,
  said: readonly SaidChampion[],
  { saying, newId }: { saying: Saying; newId: () => string },
): Promise<Map<number, Mark>> {
  const marks = new Map<number, Mark>();
  if (said.length === 0) return marks;
  const people = await sql.query<Person>(PEOPLE, [
    workspace,
    JSON.stringify(said.map(({ user }) => user)),
  ]);
  const personOf = new Map(people.map((one) => [one.user, one]));
  const next = new Map<string, Champion[]>();
  const lines = new Map<string, number[]>();
  for (const { line, user, is } of said) {
    const person = personOf.get(user);
    if (!person?.account || !person.champions) {
      const problem = withRule({ path: "account", found: "nothing", allowed: RULES.account });
      marks.set(line, { became: "unchanged", ...(is && { problem }) });
      continue;
    }
    const before = next.get(person.account) ?? [...person.champions];
    const after = marked(before, person, is);
    if (after.length > MOST) {
      const allowed = sayRule("atMostEntries", { max: MOST });
      const found = String(after.length);
      marks.set(line, {
        became: "unchanged",
        problem: withRule({ path: "champions", found, allowed }),
      });
      continue;
    }
    marks.set(line, { became: "unchanged" });
    if (after === before) continue;
    next.set(person.account, after);
    lines.set(person.account, [...(lines.get(person.account) ?? []), line]);
  }
  const told = [...next].map(([id, champions]) => ({
    id,
    said: { values: { champions }, mrrHistory: [], stageSince: undefined },
    saying,
  }));
  const saved = await saveAccounts(sql, workspace, told, {
    now: saying.at,
    newId,
    stages: new Set(),
  });
  for (const { id, changes, held } of saved) {
    const became = changes.length > 0 ? "changed" : held.length > 0 ? "held" : "unchanged";
    for (const line of lines.get(id) ?? []) marks.set(line, { became });
  }
  return marks;
}

/** The same list where nothing changes. Who left and is one again has not left. */
function marked(before: Champion[], { user, name, email }: Person, is: boolean): Champion[] {
  const isThem = (one: Champion) =>
    one.user === user || (email !== null && one.email?.toLowerCase() === email.toLowerCase());
  const there = before.find(isThem);
  if (!is) return there ? before.filter((one) => one !== there) : before;
  if (there && there.user === user && there.leftOn === undefined) return before;
  const { leftOn: _, ...rest } = there ?? { name: (name ?? email ?? user).slice(0, 120) };
  const champion = { ...rest, user, ...(email !== null && { email }) };
  return there ? before.map((one) => (one === there ? champion : one)) : [...before, champion];
}

/** The row with what became of that. */
export function withMark(row: ImportedRow, mark: Mark | undefined): ImportedRow {
  if (!mark || row.outcome === "refused") return row;
  return {
    ...row,
    outcome: row.outcome === "unchanged" && mark.became === "changed" ? "changed" : row.outcome,
    changed: mark.became === "changed" ? [...row.changed, "champion"] : row.changed,
    held: mark.became === "held" ? [...row.held, "champion"] : row.held,
    problems: mark.problem ? [...row.problems, mark.problem] : row.problems,
  };
}
