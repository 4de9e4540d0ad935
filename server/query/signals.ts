import type { SignalTimeline, UserSignals } from "../../lib/model/query.ts";
import type { SignalKind, SignalScalar } from "../../lib/model/signal-value.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { badRequest } from "../http/errors.ts";
import { CURRENT, REACHED } from "./current.ts";
import { daysUntil } from "./merged.ts";
import { signalsIn } from "./published-signals.ts";
import { timeToValue } from "./time-to-value.ts";

const EVERYBODY = `(
  SELECT user_id AS person, false AS anonymous, account_id AS account, verified, last_at
  FROM users WHERE workspace_id = $1::uuid
  UNION ALL
  SELECT device, true, NULL, false, last_at
  FROM devices WHERE workspace_id = $1::uuid AND user_id IS NULL)`;

interface PersonRow {
  person: string;
  anonymous: boolean;
  account: string | null;
  verified: boolean;
  last_at: number;
}

interface ValueRow {
  signal: string;
  unknown: boolean;
  who: string;
  kind: SignalKind;
  value: SignalScalar;
  since: number | null;
}

/** A page of people, those seen last first, with what is known of their signals. */
export async function userSignals(
  sql: Sql,
  workspace: string,
  limit: number,
  after: string | undefined,
): Promise<UserSignals> {
  const from = after === undefined ? [null, null, null] : readCursor(after);
  const people = await sql.query<PersonRow>(
    `SELECT person, anonymous, account, verified, last_at FROM ${EVERYBODY} everybody
     WHERE $2::timestamptz IS NULL
        OR (last_at, person, anonymous) < ($2::timestamptz, $3::text, $4::boolean)
     ORDER BY last_at DESC, person DESC, anonymous DESC LIMIT $5::int + 1`,
    [workspace, ...from, limit],
  );
  const page = people.slice(0, limit);
  const values = await sql.query<ValueRow>(
    `SELECT signal, unknown, who, kind, value, since FROM ${CURRENT} c JOIN jsonb_to_recordset($2::jsonb) AS p (person text, anonymous boolean)
       ON p.person = c.who AND p.anonymous = c.unknown
     WHERE c.who = ANY ($3::text[])`,
    [
      workspace,
      JSON.stringify(page.map(({ person, anonymous }) => ({ person, anonymous }))),
      page.map(({ person }) => person),
    ],
  );
  const [total] = await sql.query<{ count: number }>(
    `SELECT count(*) AS count FROM ${EVERYBODY} everybody`,
    [workspace],
  );
  const last = page.at(-1);
  return {
    signals: await signalTotals(sql, workspace),
    users: page.map((row) => ({
      user: row.person,
      account: row.account,
      verified: row.verified,
      anonymous: row.anonymous,
      lastSeen: row.last_at,
      values: Object.fromEntries(
        values
          .filter((value) => value.who === row.person && value.unknown === row.anonymous)
          .map(({ signal, kind, value, since }) => [signal, { kind, value, since }]),
      ),
    })),
    totalUsers: total?.count ?? 0,
    next: people.length > limit && last ? writeCursor(last) : null,
  };
}

/** Of those published and those of which something was heard. */
async function signalTotals(sql: Sql, workspace: string): Promise<UserSignals["signals"]> {
  const heard = await sql.query<UserSignals["signals"][number]>(
    `SELECT signal, signal AS name, max(kind) AS kind, count(*) FILTER (WHERE ${REACHED}) AS users
     FROM ${CURRENT} c GROUP BY signal`,
    [workspace],
  );
  const totals = new Map(heard.map((total) => [total.signal, total]));
  for (const { id, name, kind } of signalsIn(await readPublished(sql, workspace))) {
    totals.set(id, { signal: id, name, kind, users: totals.get(id)?.users ?? 0 });
  }
  return [...totals.values()].sort((a, b) => (a.signal < b.signal ? -1 : 1));
}

/** On which day how many people reached the signal. */
export async function signalTimeline(
  sql: Sql,
  workspace: string,
  signal: string,
  days: number,
  now: number,
): Promise<SignalTimeline> {
  const period = daysUntil(now, days);
  const rows = await sql.query<{ day: string; users: number }>(
    `SELECT (since AT TIME ZONE 'UTC')::date AS day, count(*) AS users FROM ${CURRENT} c
     WHERE signal = $2 AND ${REACHED} AND since IS NOT NULL GROUP BY 1`,
    [workspace, signal],
  );
  const users = new Map(rows.map((row) => [row.day, row.users]));
  return {
    signal,
    days,
    perDay: period.map((day) => ({ day, users: users.get(day) ?? 0 })),
    timeToValue: await timeToValue(sql, workspace, signal, period),
  };
}

function writeCursor({ last_at, person, anonymous }: PersonRow): string {
  return Buffer.from(JSON.stringify([last_at, person, anonymous])).toString("base64url");
}

function readCursor(text: string): [at: string, person: string, anonymous: boolean] {
  try {
    const [at, person, anonymous] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (typeof person === "string" && !person.includes("\0") && typeof anonymous === "boolean") {
      return [new Date(at).toISOString(), person, anonymous];
    }
  } catch {
    // Reported below, as every other text that was not a "next".
  }
  throw badRequest([
    { path: "after", found: JSON.stringify(text.slice(0, 60)), allowed: 'a "next"' },
  ]);
}
