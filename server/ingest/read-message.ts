import * as z from "zod/mini";
import { explain, parse, type Result } from "../../lib/model/parse.ts";
import { Scalar } from "../../lib/model/primitives.ts";
import { WIRE_LIMITS, WireMessage } from "../../lib/model/wire.ts";
import type { Verify } from "../auth/identity.ts";
import { findUnstorable } from "../http/storable.ts";
import type { IncomingEvent } from "./event.ts";
import { readKnownEvent } from "./known-events.ts";
import { eventTime } from "./time.ts";

/** What Waymark's own client adds; of another client's context only what fits is kept. */
const Context = z.object({
  groupId: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(200))), undefined),
  waymark: z.catch(
    z.optional(
      z.object({
        boot: z.optional(z.string().check(z.maxLength(64))),
        seq: z.optional(z.int().check(z.nonnegative())),
        host: z.optional(z.string().check(z.maxLength(255))),
        path: z.optional(z.string().check(z.maxLength(500))),
        token: z.optional(z.string().check(z.maxLength(4096))),
        verifiedToken: z.optional(z.string().check(z.maxLength(4096))),
      }),
    ),
    undefined,
  ),
});

const MAX_TRAITS = 64;

export interface ReadOptions {
  /** Of the batch; a message may carry its own. */
  sentAt: string | undefined;
  receivedAt: number;
  newId: () => string;
  verify: Verify;
}

/** One message of a batch as it is kept, or why it is refused. */
export async function readMessage(
  input: unknown,
  options: ReadOptions,
): Promise<Result<IncomingEvent, string>> {
  const unstorable = findUnstorable(input, WIRE_LIMITS.depth);
  if (unstorable) return refuse(explain([unstorable]));
  if (Buffer.byteLength(JSON.stringify(input) ?? "") > WIRE_LIMITS.messageBytes) {
    return refuse(`message: found more, allowed is ${WIRE_LIMITS.messageBytes} bytes`);
  }
  const parsed = parse(WireMessage, input);
  if (!parsed.ok) return refuse(explain(parsed.error));
  const message = parsed.value;

  const user = message.userId || null;
  const device = message.anonymousId || null;
  if (!user && !device && message.type !== "group") {
    return refuse("userId: found nothing, allowed is a userId or an anonymousId");
  }
  const known =
    message.type === "track" ? readKnownEvent(message.event, message.properties ?? {}) : null;
  if (known && !known.ok) {
    return refuse(explain(known.error.map((p) => ({ ...p, path: `properties.${p.path}` }))));
  }
  const time = eventTime(message.timestamp, message.sentAt ?? options.sentAt, options.receivedAt);
  if (!time) {
    return refuse(
      `timestamp: found ${JSON.stringify(message.timestamp)}, allowed is an ISO time from 2000 to 7 days from now`,
    );
  }
  const { groupId, waymark } = Context.parse(message.context ?? {});
  const token = waymark?.token ?? waymark?.verifiedToken;
  return {
    ok: true,
    value: {
      messageId: message.messageId ?? options.newId(),
      source: message,
      type: message.type,
      event: nameOf(message),
      known: known?.value ?? null,
      ...time,
      receivedAt: options.receivedAt,
      user,
      account: (message.type === "group" ? message.groupId : groupId) ?? null,
      device,
      boot: waymark?.boot ?? null,
      seq: waymark?.seq ?? null,
      host: waymark?.host ?? null,
      path: waymark?.path ?? null,
      verified:
        user !== null && token !== undefined && (await options.verify(token, user, time.at)),
      properties: "properties" in message ? (message.properties ?? null) : null,
      traits: "traits" in message ? scalars(withCountry(message.traits ?? {})) : {},
    },
  };
}

function refuse(reason: string): Result<IncomingEvent, string> {
  return { ok: false, error: reason.slice(0, 500) };
}

function nameOf(message: WireMessage): string | null {
  if (message.type === "track") return message.event;
  return message.type === "page" ? (message.name ?? null) : null;
}

/** Segment says where somebody is in an object, `address`: the country is kept, and nothing else of it. */
function withCountry(traits: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { country } = (traits.address ?? {}) as { country?: unknown };
  return typeof country === "string" ? { country, ...traits } : traits;
}

/** Attributes are short and flat; what else a client puts into traits is let through and not kept. */
function scalars(traits: Readonly<Record<string, unknown>>): IncomingEvent["traits"] {
  const fitting = Object.entries(traits).filter(
    (entry): entry is [string, Scalar] =>
      entry[0].length > 0 && entry[0].length <= 64 && Scalar.safeParse(entry[1]).success,
  );
  return Object.fromEntries(fitting.slice(0, MAX_TRAITS));
}
