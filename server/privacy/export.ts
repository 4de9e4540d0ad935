import type { DataExport } from "../../lib/model/privacy.ts";
import type { Sql } from "../db/database.ts";
import { badRequest } from "../http/errors.ts";
import { findMentions } from "./mentions.ts";
import { personOf } from "./person.ts";
import type { Proven } from "./proof.ts";
import type { Subject } from "./subject.ts";

/** Events of one answer. */
const PAGE = 2_000;

/**
 * Of events `e`: theirs, by the same measure by which they would be deleted. `$2`: devices, `$3`: users. They are found
 * by their people, who may be anybody who was named on these devices.
 */
const THEIRS = `e.person = ANY (ARRAY(
    SELECT jsonb_array_elements_text($2::jsonb || $3::jsonb)
    UNION SELECT unnest(d.users) FROM devices d
      WHERE d.workspace_id = $1 AND d.device IN (SELECT jsonb_array_elements_text($2::jsonb))
    UNION SELECT d.device FROM devices d
      WHERE d.workspace_id = $1 AND d.user_id IN (SELECT jsonb_array_elements_text($3::jsonb))))
  AND (e.device IN (SELECT jsonb_array_elements_text($2::jsonb))
  OR e.user_id IN (SELECT jsonb_array_elements_text($3::jsonb))
  OR (e.user_id IS NULL AND e.device IN (
    SELECT d.device FROM devices d WHERE d.workspace_id = $1 AND d.user_id IN (SELECT jsonb_array_elements_text($3::jsonb)))))`;

const PROFILE = {
  users: `SELECT user_id AS "user", account_id AS account, traits, verified, first_at AS "firstAt", last_at AS "lastAt"
    FROM users WHERE workspace_id = $1 AND user_id IN (SELECT jsonb_array_elements_text($3::jsonb)) AND $2::jsonb IS NOT NULL`,
  devices: `SELECT device, user_id AS "user", first_at AS "firstAt", last_at AS "lastAt" FROM devices
    WHERE workspace_id = $1 AND (device IN (SELECT jsonb_array_elements_text($2::jsonb))
      OR user_id IN (SELECT jsonb_array_elements_text($3::jsonb)))`,
  written: `SELECT user_id AS "user", name, email, role, account_id AS account, sources FROM user_records
    WHERE workspace_id = $1 AND user_id IN (SELECT jsonb_array_elements_text($3::jsonb)) AND $2::jsonb IS NOT NULL`,
  signals: `SELECT signal, kind, value, detail, version, since, at FROM signal_values WHERE workspace_id = $1 AND (
      (anonymous AND person IN (SELECT jsonb_array_elements_text($2::jsonb)))
      OR (NOT anonymous AND person IN (SELECT jsonb_array_elements_text($3::jsonb)))) ORDER BY signal`,
} as const;

/** What is kept about these, events a page at a time. R40 and R66 of docs/spec/delivery.md. */
export async function exportData(
  sql: Sql,
  workspace: string,
  about: readonly Proven[],
  { after, now }: { after: string | undefined; now: number },
): Promise<DataExport> {
  const idsOf = (subject: Subject["subject"]) =>
    JSON.stringify(about.filter((one) => one.subject === subject).map(({ id }) => id));
  const params = [workspace, idsOf("device"), idsOf("user")];
  const [at, messageId] = after === undefined ? [0, ""] : readPlace(after);
  const rows = await sql.query<{ messageId: string; at: number }>(
    `SELECT message_id AS "messageId", type, event, at, received_at AS "receivedAt", user_id AS "user",
       account_id AS account, device, boot, seq, host, path, verified, properties
     FROM events e WHERE workspace_id = $1 AND ${THEIRS}
       AND (at, message_id COLLATE "C") > ($4::timestamptz, $5 COLLATE "C")
     ORDER BY at, message_id COLLATE "C" LIMIT ${PAGE + 1}`,
    [...params, new Date(at).toISOString(), messageId],
  );
  const events = rows.slice(0, PAGE);
  const last = events.at(-1);
  const first = after === undefined;
  const profile = (text: string) => (first ? sql.query(text, params) : Promise.resolve([]));
  return {
    at: now,
    about: about.map(({ subject, id }) => ({ subject, id })),
    users: await profile(PROFILE.users),
    written: await profile(PROFILE.written),
    devices: await profile(PROFILE.devices),
    signals: await profile(PROFILE.signals),
    events,
    mentions: first ? await mentionsOf(sql, workspace, about) : [],
    next: rows.length > PAGE && last ? JSON.stringify([last.at, last.messageId]) : null,
  };
}

async function mentionsOf(sql: Sql, workspace: string, about: readonly Proven[]) {
  const found: Record<string, unknown>[] = [];
  for (const { subject, id, proof } of about) {
    if (subject !== "user") continue;
    const person = await personOf(sql, workspace, id);
    for (const { table, column, account, entries, texts } of await findMentions(
      sql,
      workspace,
      person,
    )) {
      const told = proof === "admin" ? { texts } : {};
      found.push({ where: `${table}.${column}`, account, entries, ...told });
    }
  }
  return found;
}

function readPlace(after: string): [at: number, messageId: string] {
  try {
    const [at, messageId] = JSON.parse(after);
    if (Number.isSafeInteger(at) && typeof messageId === "string") return [at, messageId];
  } catch {
    // Told below, with everything else that is no place.
  }
  throw badRequest([{ path: "after", found: "another text", allowed: "`next` of an answer" }]);
}
