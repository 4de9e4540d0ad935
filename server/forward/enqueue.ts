import type { WireMessage } from "../../lib/model/wire.ts";
import type { Sql, Statement } from "../db/database.ts";
import type { IncomingEvent } from "../ingest/event.ts";
import { isoOf } from "../ingest/fold.ts";

/** Whether a target of the workspace gets its events. */
export async function hasTargets(sql: Sql, workspace: string): Promise<boolean> {
  const targets = await sql.query(
    "SELECT 1 FROM forwards WHERE workspace_id = $1 AND takes = 'all' LIMIT 1",
    [workspace],
  );
  return targets.length > 0;
}

/** What puts new events before every such target, in the transaction that stores them: R58 of docs/spec/delivery.md. */
export function enqueueForwardsOf(workspace: string, fresh: readonly IncomingEvent[]): Statement {
  return [
    `INSERT INTO forward_queue (workspace_id, forward, received_at, at, message_id, user_id, device, message)
     SELECT $1::uuid, f.id, r.received_at, r.at, r.message_id, r.user_id, r.device, r.message
     FROM forwards f CROSS JOIN jsonb_to_recordset($2::jsonb) AS r (
       received_at timestamptz, at timestamptz, message_id text, user_id text, device text, message text)
     WHERE f.workspace_id = $1::uuid AND f.takes = 'all'`,
    [workspace, JSON.stringify(fresh.flatMap(toRow))],
  ];
}

/** What a playbook fired, as it is sent. */
export interface PlaybookNews {
  id: string;
  /** Epoch ms. */
  at: number;
  properties: Readonly<Record<string, string>>;
}

/** Puts it before one target, in the transaction that fired it: J8 of docs/spec/playbooks.md. False: there is none. */
export function enqueuePlaybook(
  sql: Sql,
  workspace: string,
  forward: string,
  { id, at, properties }: PlaybookNews,
): Promise<boolean> {
  const message = {
    event: "Playbook Fired",
    anonymousId: `account:${properties.account}`,
    context: { groupId: properties.account },
    properties,
  };
  return enqueueOne(sql, workspace, forward, { id, at, message });
}

/** A message that says nothing, for one target. False: there is none. */
export function enqueueTest(
  sql: Sql,
  workspace: string,
  forward: string,
  { id, at }: { id: string; at: number },
): Promise<boolean> {
  const properties = { title: "Waymark: test", text: "This message says nothing. It arrived." };
  const message = { event: "Waymark Test", anonymousId: "waymark", properties };
  return enqueueOne(sql, workspace, forward, { id, at, message });
}

async function enqueueOne(
  sql: Sql,
  workspace: string,
  forward: string,
  { id, at, message }: { id: string; at: number; message: object },
): Promise<boolean> {
  const time = isoOf(at);
  const whole = { type: "track", ...message, messageId: id, timestamp: time };
  const put = await sql.query(
    `INSERT INTO forward_queue (workspace_id, forward, received_at, at, message_id, message)
     SELECT workspace_id, id, $3::timestamptz, $3::timestamptz, $4, $5 FROM forwards
     WHERE workspace_id = $1 AND id = $2 RETURNING 1`,
    [workspace, forward, time, id, JSON.stringify(whole)],
  );
  return put.length > 0;
}

function toRow(event: IncomingEvent) {
  const { source, messageId, at, receivedAt, user, device } = event;
  if (!source) return [];
  const timestamp = source.timestamp ?? isoOf(receivedAt);
  const message = JSON.stringify({ ...withoutTokens(source), messageId, timestamp });
  return [
    {
      received_at: isoOf(receivedAt),
      at: isoOf(at),
      message_id: messageId,
      user_id: user,
      device,
      message,
    },
  ];
}

/** What vouches for a person is between their host and this server. */
function withoutTokens(message: WireMessage): WireMessage {
  const waymark = message.context?.waymark;
  if (typeof waymark !== "object" || waymark === null) return message;
  const { token: _, verifiedToken: __, ...kept } = waymark as Record<string, unknown>;
  return { ...message, context: { ...message.context, waymark: kept } };
}
