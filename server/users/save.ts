import { isDeepStrictEqual } from "node:util";
import * as z from "zod/mini";
import type { ValueSource } from "../../lib/model/account-value.ts";
import { type Problem, parse } from "../../lib/model/parse.ts";
import { RULES } from "../../lib/model/rule.ts";
import { UserId, type UserOutcome, UserPatch } from "../../lib/model/user.ts";
import { applyValues } from "../accounts/apply.ts";
import { type AccountRecord, type Change, EMPTY_RECORD, type Saying } from "../accounts/record.ts";
import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import { forgottenAddresses } from "../privacy/forgotten.ts";
import { findErasedUsers, holdPeople } from "../privacy/tombstones.ts";
import { writeUserChanges } from "./changes.ts";

const Entry = z.extend(UserPatch, { id: UserId });

interface Row {
  id: string;
  name: string | null;
  email: string | null;
  role: string | null;
  account: string | null;
  sources: Record<string, ValueSource>;
  archived: boolean;
}

interface How {
  saying: Saying;
  newId: () => string;
}

/**
 * Makes and changes what is known of people, each whole or not at all; the outcomes come in the order of the entries,
 * which are patches with an `id`. K2 to K5, K9 and K17 of docs/spec/accounts.md.
 */
export async function saveUsers(
  sql: Sql,
  workspace: string,
  entries: readonly unknown[],
  how: How,
): Promise<UserOutcome[]> {
  const read = entries.map((entry) => parse(Entry, entry));
  const ids = read.flatMap((one) => (one.ok ? [one.value.id] : []));
  // Nobody can be deleted between this look and the end of the transaction.
  await holdPeople(sql, workspace);
  const erased = await findErasedUsers(sql, workspace, ids);
  const emails = read.flatMap((one) => (one.ok ? [one.value.email ?? ""] : []));
  const forgotten = await forgottenAddresses(sql, workspace, emails);
  const named = read.flatMap((one) => (one.ok ? [one.value.account ?? ""] : []));
  const accounts = await knownAccounts(sql, workspace, named);
  const rows = await lockUsers(sql, workspace, ids);
  const seen = new Set<string>();
  const saved = read.map((one, at): Saved => {
    if (!one.ok) return refused(idOf(entries[at]), one.error);
    const { id, ...patch } = one.value;
    const problems = problemsOf({ id, ...patch }, { erased, forgotten, accounts, seen });
    seen.add(id);
    return problems.length > 0 ? refused(id, problems) : work(id, patch, rows.get(id), how.saying);
  });
  await write(sql, workspace, saved, how);
  return saved.map(({ id, outcome, changes, held, problems }) => ({
    id,
    outcome,
    changed: changes.map(({ field }) => field),
    held,
    problems,
  }));
}

interface Saved {
  id: string;
  outcome: UserOutcome["outcome"];
  changes: Change[];
  held: string[];
  problems: Problem[];
  /** null: nothing is to be written. */
  record: AccountRecord | null;
}

function work(id: string, patch: UserPatch, row: Row | undefined, saying: Saying): Saved {
  const before = row && !row.archived ? recordOf(row) : EMPTY_RECORD;
  const { record, changes, held } = applyValues(before, patch, saying);
  const isMade = row === undefined || row.archived;
  const isNews = isMade || !isDeepStrictEqual(before, record);
  const outcome = isMade ? "made" : changes.length > 0 ? "changed" : "unchanged";
  return { id, outcome, changes, held, problems: [], record: isNews ? record : null };
}

async function write(
  sql: Sql,
  workspace: string,
  saved: readonly Saved[],
  { saying, newId }: How,
): Promise<void> {
  const rows = saved.flatMap(({ id, record }) =>
    record ? [{ user_id: id, ...record.values, sources: record.sources }] : [],
  );
  if (rows.length === 0) return;
  await sql.query(WRITE, [workspace, JSON.stringify(rows), isoOf(saying.at)]);
  const acts = saved.flatMap(({ id, changes }) => changes.map((change) => ({ id, ...change })));
  await writeUserChanges(sql, workspace, acts, { saying, newId });
}

const WRITE = `
  INSERT INTO user_records (workspace_id, user_id, name, email, role, account_id, sources, created_at, updated_at)
  SELECT $1::uuid, user_id, name, email, role, account, sources, $3::timestamptz, $3::timestamptz
  FROM jsonb_to_recordset($2::jsonb) AS r (user_id text, name text, email text, role text, account text, sources jsonb)
  ON CONFLICT (workspace_id, user_id) DO UPDATE SET name = excluded.name, email = excluded.email, role = excluded.role,
    account_id = excluded.account_id, sources = excluded.sources, updated_at = excluded.updated_at, archived_at = NULL`;

function problemsOf(
  { id, account, email }: UserPatch & { id: string },
  around: Record<"erased" | "forgotten" | "accounts" | "seen", ReadonlySet<string>>,
): Problem[] {
  const show = JSON.stringify;
  if (around.seen.has(id)) {
    return [{ path: "id", found: `${show(id)} again`, allowed: RULES.personOnce }];
  }
  if (around.erased.has(id)) {
    const allowed = RULES.notErased;
    return [{ path: "id", found: "somebody whose data were deleted", allowed }];
  }
  if (email && around.forgotten.has(email.toLowerCase())) {
    const allowed = RULES.emailNotErased;
    return [{ path: "email", found: "that of somebody whose data were deleted", allowed }];
  }
  if (account && !around.accounts.has(account)) {
    const allowed = RULES.account;
    return [{ path: "account", found: show(account), allowed }];
  }
  return [];
}

async function knownAccounts(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    `SELECT account_id AS id FROM account_records
     WHERE workspace_id = $1 AND archived_at IS NULL AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [workspace, JSON.stringify([...new Set(ids)])],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Rows that are not there cannot be locked, so whoever says something of people goes alone. */
async function lockUsers(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 5)) IS NULL", [workspace]);
  const rows = await sql.query<Row>(
    `SELECT user_id AS id, name, email, role, account_id AS account, sources, archived_at IS NOT NULL AS archived
     FROM user_records WHERE workspace_id = $1 AND user_id IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [workspace, JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function recordOf({ name, email, role, account, sources }: Row): AccountRecord {
  const all = Object.entries({ name, email, role, account });
  return { values: Object.fromEntries(all.filter(([, value]) => value !== null)), sources };
}

function refused(id: string, problems: Problem[]): Saved {
  return { id, outcome: "refused", changes: [], held: [], problems, record: null };
}

function idOf(entry: unknown): string {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id.slice(0, 200) : "";
}
