import type { Sql } from "../db/database.ts";
import { WRITTEN_TABLES, type Written } from "./catalogue.ts";
import type { Person } from "./person.ts";
import { redact } from "./redact.ts";

/** Where somebody is named in what others wrote. */
export interface Mention {
  table: string;
  column: string;
  /** Primary key of the row, without the workspace. */
  row: Readonly<Record<string, unknown>>;
  account: string | null;
  /** Entries of lists that are theirs. */
  entries: unknown[];
  /** Texts in which they are named. */
  texts: string[];
  /** What stands there without them. */
  value: unknown;
}

/** Every place at which this person, or these words, are named. */
export async function findMentions(sql: Sql, workspace: string, who: Person): Promise<Mention[]> {
  const found: Mention[] = [];
  for (const [table, written] of Object.entries(WRITTEN_TABLES)) {
    const rows = await candidates(sql, workspace, { table, written }, who);
    for (const row of rows) found.push(...mentionsIn(row, { table, written }, who));
  }
  return found;
}

/** Takes them out, in every place that was found. It runs as the eraser. */
export async function takeOut(
  sql: Sql,
  workspace: string,
  mentions: readonly Mention[],
): Promise<void> {
  for (const { table, column, row, value } of mentions) {
    const type = WRITTEN_TABLES[table]?.columns[column];
    const keys = Object.keys(row);
    const where = keys.map((key, at) => `${key}::text = $${at + 3}`).join(" AND ");
    await sql.query(
      `UPDATE ${table} SET ${column} = ${type ? WRITES[type] : ""} WHERE workspace_id = $1 AND ${where}`,
      [workspace, type === "text" ? value : JSON.stringify(value), ...Object.values(row)],
    );
  }
}

const WRITES = {
  text: "$2::text",
  "text[]": "ARRAY(SELECT jsonb_array_elements_text($2::jsonb))",
  jsonb: "$2::jsonb",
  json: "$2::text",
} as const;

interface Place {
  table: string;
  written: Written;
}

/** Rows in whose text one of the names stands in some form; which of them name the person is judged afterwards. */
function candidates(
  sql: Sql,
  workspace: string,
  { table, written: { key, account, columns, except = "false" } }: Place,
  { ids, emails, names, words }: Person,
): Promise<Record<string, unknown>[]> {
  const plain = [...ids, ...emails, ...names, ...(words === undefined ? [] : [words])];
  const escaped = plain.map((name) => JSON.stringify(name).slice(1, -1));
  const needles = [...new Set([...plain, ...escaped])].map((name) => name.toLowerCase());
  const texts = Object.keys(columns).map((column) => `lower(${column}::text)`);
  const shown = [
    ...key.map((column) => `${column}::text AS "key.${column}"`),
    `${account ?? "NULL::text"} AS account`,
    ...Object.keys(columns).map((column) => `${column} AS "value.${column}"`),
  ];
  return sql.query(
    `SELECT ${shown.join(", ")} FROM ${table} WHERE workspace_id = $1 AND NOT (${except}) AND EXISTS (
       SELECT FROM jsonb_array_elements_text($2::jsonb) AS n (name)
       WHERE position(n.name IN concat_ws(' ', ${texts.join(", ")})) > 0)
     ORDER BY ${key.join(", ")}`,
    [workspace, JSON.stringify(needles)],
  );
}

function mentionsIn(
  row: Record<string, unknown>,
  { table, written: { key, columns } }: Place,
  who: Person,
): Mention[] {
  const account = row.account as string | null;
  const isTheirs = account !== null && who.accounts.has(account);
  const handles = isTheirs ? who : { ...who, names: new Set<string>() };
  return Object.entries(columns).flatMap(([column, type]) => {
    const held = row[`value.${column}`];
    if (held === null) return [];
    const { value, entries, texts } = redact(
      type === "json" ? JSON.parse(held as string) : held,
      handles,
      column,
    );
    if (entries.length + texts.length === 0) return [];
    const place = Object.fromEntries(key.map((name) => [name, row[`key.${name}`]]));
    return [{ table, column, row: place, account, entries, texts, value }];
  });
}
