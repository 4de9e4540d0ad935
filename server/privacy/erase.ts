import type { Sql } from "../db/database.ts";
import type { Person } from "../ingest/event.ts";
import { foldRollups } from "../ingest/fold.ts";
import { foldPeople } from "../ingest/fold-people.ts";
import { readStored } from "../ingest/stored-event.ts";
import { upsert } from "../ingest/upserts.ts";
import { packAll, packUses } from "../usage/pack-days.ts";
import { takeOutOfDays } from "../usage/take-out.ts";
import { foldUses } from "../usage/use-log.ts";
import { devicesOf, forgetOnDevices, renewDevice, usersOn } from "./devices.ts";
import { findMentions, takeOut } from "./mentions.ts";
import { personOf } from "./person.ts";
import { fingerprint, type Subject } from "./subject.ts";
import { entomb, holdPeople } from "./tombstones.ts";

/** What is counted by person, beside packed days; worked out anew from the events that remain. */
export const PERSON_TABLES = [
  "signal_values",
  "signal_days",
  "experiment_exposures",
  "guide_progress",
  "guide_targets",
  "survey_answers",
] as const;

interface Gone {
  person: string | null;
  anonymous: boolean;
  user: string | null;
  device: string | null;
  count: number;
  /** When these events happened, epoch ms. */
  times: number[];
}

/**
 * Deletes what is known of a person, or came from a device, up to `until` (epoch ms; null: whenever), and sees to it
 * that it does not come back: R38, R39, R66 and R67 of docs/spec/delivery.md. Answers with the number of events. It runs as the
 * eraser.
 */
export async function erase(
  sql: Sql,
  workspace: string,
  { subject, id }: Subject,
  until: number | null,
): Promise<number> {
  await holdPeople(sql, workspace, true);
  await packAll(sql, workspace);
  await entomb(sql, workspace, fingerprint(workspace, subject, id), until);
  const devices = new Set(subject === "user" ? await devicesOf(sql, workspace, id) : [id]);
  if (subject === "user") {
    await forgetAmongOthers(sql, workspace, id, until);
    for (const device of devices) {
      await entomb(sql, workspace, fingerprint(workspace, "anonymous", device), until);
    }
  }
  const params = [workspace, id, until === null ? null : new Date(until).toISOString()];
  const names =
    subject === "user" ? [id, ...devices] : [id, ...(await usersOn(sql, workspace, id))];
  const whose = `workspace_id = $1 AND ${WHOSE[subject]} AND ($3::timestamptz IS NULL OR at <= $3::timestamptz)`;
  await sql.query(`DELETE FROM forward_queue WHERE ${whose}`, params);
  if (subject === "user") await forgetRecord(sql, workspace, id);
  const gone = await sql.query<Gone>(
    `WITH gone AS (DELETE FROM events WHERE ${whose} AND person = ANY ($4::text[])
       RETURNING person, anonymous, user_id, device, at)
     SELECT person, anonymous, user_id AS "user", device, count(*) AS count,
       json_agg((extract(epoch FROM at) * 1000)::bigint) AS times
     FROM gone GROUP BY 1, 2, 3, 4`,
    [...params, names],
  );
  // Of whom no event is kept any more (R76), there may still be figures.
  const eventless: Pick<Gone, "person" | "anonymous">[] = [
    ...[...devices].map((person) => ({ person, anonymous: true })),
    ...(subject === "user" ? [{ person: id, anonymous: false }] : []),
  ];
  for (const { device } of gone) if (device !== null) devices.add(device);
  const people = new Map(
    [...gone, ...eventless].map((row) => [JSON.stringify([row.anonymous, row.person]), row]),
  );
  const times = new Set(gone.flatMap((row) => row.times));
  for (const { person, anonymous } of people.values()) {
    if (person !== null) await deriveAnew(sql, workspace, { person, anonymous }, times);
  }
  const users = subject === "user" ? [id] : gone.flatMap(({ user }) => user ?? []);
  for (const user of new Set(users)) await renewUser(sql, workspace, user, subject === "user");
  for (const device of devices) await renewDevice(sql, workspace, device);
  if (subject === "user") await forgetOnDevices(sql, workspace, id);
  return gone.reduce((sum, { count }) => sum + count, 0);
}

/** What was written of somebody, by hand, the API or files. */
async function forgetRecord(sql: Sql, workspace: string, user: string): Promise<void> {
  for (const table of ["user_records", "user_changes"]) {
    await sql.query(`DELETE FROM ${table} WHERE workspace_id = $1 AND user_id = $2`, [
      workspace,
      user,
    ]);
  }
  await sql.query(
    `UPDATE account_imports i SET report = (
       SELECT coalesce(jsonb_agg(row), '[]') FROM jsonb_array_elements(i.report) AS row WHERE row->>'id' <> $2)
     WHERE workspace_id = $1 AND subject = 'users' AND report @> jsonb_build_array(jsonb_build_object('id', $2::text))`,
    [workspace, user],
  );
}

/** Takes a user out of what others wrote, while it is known yet what they are called. */
async function forgetAmongOthers(
  sql: Sql,
  workspace: string,
  user: string,
  until: number | null,
): Promise<void> {
  const person = await personOf(sql, workspace, user);
  for (const email of person.emails) {
    await entomb(sql, workspace, fingerprint(workspace, "email", email), until);
  }
  await takeOut(sql, workspace, await findMentions(sql, workspace, person));
}

const WHOSE = {
  device: "device = $2",
  user: `(user_id = $2 OR (user_id IS NULL AND device IN (
    SELECT d.device FROM devices d WHERE d.workspace_id = $1 AND d.user_id = $2)))`,
} as const;

async function deriveAnew(
  sql: Sql,
  workspace: string,
  { person, anonymous }: Person,
  times: ReadonlySet<number>,
): Promise<void> {
  for (const table of PERSON_TABLES) {
    await sql.query(
      `DELETE FROM ${table} WHERE workspace_id = $1 AND person = $2 AND anonymous = $3`,
      [workspace, person, anonymous],
    );
  }
  const remaining = await readStored(sql, workspace, { person, anonymous });
  const rollups = foldRollups(remaining);
  for (const table of PERSON_TABLES) await upsert(sql, workspace, table, rollups[table]);
  await takeOutOfDays(sql, workspace, { person, anonymous }, times);
  if (remaining.length > 0) await packUses(sql, workspace, [foldUses(remaining)]);
}

/**
 * A person of whom no event remains is nobody. What was said of one who remains is known no more to be theirs alone, so
 * that it goes with a deletion of their own and stays with that of a device.
 */
async function renewUser(sql: Sql, workspace: string, user: string, whole: boolean): Promise<void> {
  const remaining = await readStored(sql, workspace, { person: user, anonymous: false });
  if (remaining.length > 0 && !whole) return;
  await sql.query("DELETE FROM users WHERE workspace_id = $1 AND user_id = $2", [workspace, user]);
  await upsert(sql, workspace, "users", foldPeople(remaining).users);
}
