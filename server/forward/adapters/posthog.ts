import { createHash } from "node:crypto";
import { fitting, type Pack, type Queued } from "./adapter.ts";

/** PostHog takes 20 MB; smaller requests fail more cheaply. */
const LIMIT = { count: 500, bytes: 450_000 };

/**
 * PostHog's `POST /batch/`. It knows an event again by uuid, name, time and person together, so that all four stay what
 * they were.
 */
export const packPostHog: Pack = ({ secret }, items) => {
  const open = `{"api_key":${JSON.stringify(secret ?? "")},"historical_migration":false,"batch":[`;
  const limit = { ...LIMIT, around: Buffer.byteLength(open) + 2 };
  const { items: taken, parts } = fitting(items, limit, (item) => JSON.stringify(toEvent(item)));
  return {
    items: taken,
    body: `${open}${parts.join()}]}`,
    headers: { "Content-Type": "application/json" },
  };
};

function toEvent({ message }: Queued) {
  const { userId, anonymousId, timestamp, messageId, context } = message;
  const account = message.type === "group" ? message.groupId : context?.groupId;
  return {
    event: nameOf(message),
    distinct_id: userId ?? anonymousId ?? messageId,
    timestamp,
    uuid: uuidOf(messageId),
    properties: {
      ...("properties" in message && message.properties),
      ...whoOf(message),
      ...(typeof account === "string" && { $groups: { account } }),
      $lib: "waymark",
    },
  };
}

function nameOf(message: Queued["message"]): string {
  if (message.type === "track") return message.event;
  return { identify: "$identify", group: "$groupidentify", page: "$pageview" }[message.type];
}

/** `$identify` names the device whose past it joins; `$groupidentify` the group and what is known of it. */
function whoOf(message: Queued["message"]): object {
  if (message.type === "identify") {
    const { anonymousId, userId, traits = {} } = message;
    return { ...(userId && anonymousId && { $anon_distinct_id: anonymousId }), $set: traits };
  }
  if (message.type !== "group") return {};
  return { $group_type: "account", $group_key: message.groupId, $group_set: message.traits ?? {} };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id that is no UUID becomes one, always the same (RFC 9562, version 8: from a hash). */
function uuidOf(id: string): string {
  if (UUID.test(id)) return id;
  const bytes = createHash("sha256").update(id).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [0, 8, 12, 16, 20].map((at, n) => hex.slice(at, [8, 12, 16, 20, 32][n])).join("-");
}
