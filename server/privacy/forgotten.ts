import type { ValueOrigin } from "../../lib/model/account-value.ts";
import type { Sql } from "../db/database.ts";
import { LEFT_ALONE, redact } from "./redact.ts";
import { fingerprint } from "./subject.ts";
import { holdPeople } from "./tombstones.ts";

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/**
 * What somebody says of customers, without those whose data were deleted: R67 of docs/spec/delivery.md. Who says it by
 * hand may name again somebody who has been seen in the app since.
 */
export async function withoutForgotten<T>(
  sql: Sql,
  workspace: string,
  value: T,
  { source }: { source: ValueOrigin },
): Promise<T> {
  const named = namedIn(value);
  if (named.ids.size + named.emails.size === 0) return value;
  await holdPeople(sql, workspace);
  const forgotten = await forgottenOf(sql, workspace, named);
  const back = source === "hand" ? await seenSince(sql, workspace, forgotten) : new Set<string>();
  const ids = new Set([...forgotten.ids].filter((id) => !back.has(id)));
  const emails = new Set([...forgotten.emails].filter((email) => !back.has(email)));
  if (ids.size + emails.size === 0) return value;
  return redact(value, { ids, emails, names: new Set() }).value;
}

/** Which of these addresses are of somebody whose data were deleted. */
export async function forgottenAddresses(
  sql: Sql,
  workspace: string,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const emails = new Set(addresses.map((address) => address.toLowerCase()));
  return (await forgottenOf(sql, workspace, { ids: new Set(), emails })).emails;
}

interface Named {
  ids: ReadonlySet<string>;
  emails: ReadonlySet<string>;
}

/** Addresses anywhere but of colleagues, and what may be the id of a user. */
function namedIn(value: unknown): Named {
  const ids = new Set<string>();
  const emails = new Set<string>();
  const walk = (part: unknown, key: string): void => {
    if (LEFT_ALONE.has(key)) return;
    if (typeof part === "string") {
      if (key === "user" || key === "people") ids.add(part);
      for (const [address] of part.matchAll(ADDRESS)) emails.add(address.toLowerCase());
    } else if (Array.isArray(part)) for (const entry of part) walk(entry, key);
    else if (typeof part === "object" && part !== null) {
      for (const [name, inner] of Object.entries(part)) walk(inner, name);
    }
  };
  walk(value, "");
  return { ids, emails };
}

async function forgottenOf(sql: Sql, workspace: string, { ids, emails }: Named): Promise<Named> {
  const marks = new Map([
    ...[...ids].map((id) => [fingerprint(workspace, "user", id), id] as const),
    ...[...emails].map((email) => [fingerprint(workspace, "email", email), email] as const),
  ]);
  const rows = await sql.query<{ fingerprint: string }>(
    `SELECT fingerprint FROM erasures
     WHERE workspace_id = $1 AND fingerprint IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [workspace, JSON.stringify([...marks.keys()])],
  );
  const found = new Set(rows.flatMap((row) => marks.get(row.fingerprint) ?? []));
  const among = (names: ReadonlySet<string>) => new Set([...names].filter((n) => found.has(n)));
  return { ids: among(ids), emails: among(emails) };
}

async function seenSince(
  sql: Sql,
  workspace: string,
  { ids, emails }: Named,
): Promise<Set<string>> {
  const names = [...ids, ...emails];
  if (names.length === 0) return new Set();
  const rows = await sql.query<{ user: string; email: string | null }>(
    `SELECT user_id AS "user", lower(traits->>'email') AS email FROM users WHERE workspace_id = $1 AND (
       user_id IN (SELECT jsonb_array_elements_text($2::jsonb))
       OR lower(traits->>'email') IN (SELECT jsonb_array_elements_text($2::jsonb)))`,
    [workspace, JSON.stringify(names)],
  );
  return new Set(rows.flatMap(({ user, email }) => (email === null ? [user] : [user, email])));
}
