import type { IdentifyEvent, StoredEvent } from "../model/event.ts";
import type { SignalValue } from "../model/signal-value.ts";
import { WIRE_EVENTS, type WireMessage } from "../model/wire.ts";
import type { OutboxItem } from "./ports.ts";

/** What every message says about where it comes from. */
export interface WireContext {
  /** Stable per browser profile. */
  device: string;
  /** Version of the extension. */
  version: string;
  /** Whose signal it is; events and identities say so themselves. */
  user?: string | undefined;
  account?: string | undefined;
}

/** Which raw events may leave the device: the bundle's `sync`. */
export interface EventPolicy {
  events: "off" | "features" | "all";
}

/**
 * An event as something to send, or null if it has to stay on the device (C2 of docs/spec/sync.md).
 * `token` is what the host's back end signed for the person it belongs to.
 */
export function eventToWire(
  event: StoredEvent,
  context: WireContext,
  policy: EventPolicy,
  token?: string | null,
): OutboxItem | null {
  const vouched = defined({ verifiedToken: token ?? undefined });
  const common = envelope(event, { ...context, ...person(event) }, vouched);
  if (event.kind === "feature") {
    if (policy.events === "off") return null;
    return track(event.id, WIRE_EVENTS.feature, { feature: event.feature }, common);
  }
  if (event.kind === "friction") {
    if (policy.events !== "all") return null;
    const { what, feature } = event;
    return track(event.id, WIRE_EVENTS.friction, { what, ...defined({ feature }) }, common);
  }
  const { guide, version, step, reason, answer, target } = event;
  const properties = { guide, version, ...defined({ step, reason, answer, target }) };
  return track(event.id, WIRE_EVENTS.guide[event.action], properties, common);
}

/** What a message that the device itself makes is called and where it stands among those. */
export interface OwnOrigin {
  /** Unlike that of any other message, the event that caused this one included. */
  id: string;
  /** Epoch ms. */
  ts: number;
  boot: string;
  seq: number;
}

export function signalToWire(
  origin: OwnOrigin,
  change: SignalValue,
  context: WireContext,
): OutboxItem {
  return track(origin.id, WIRE_EVENTS.signal, { ...change }, envelope(origin, context));
}

/** Somebody met an experiment, with the properties that Segment's specification names. */
export function exposureToWire(
  origin: OwnOrigin,
  met: { experiment: string; arm: string; guide: string; guideVersion: number },
  context: WireContext,
): OutboxItem {
  const properties = {
    experiment_id: met.experiment,
    variation_id: met.arm,
    guide: met.guide,
    version: met.guideVersion,
  };
  return track(origin.id, WIRE_EVENTS.exposure, properties, envelope(origin, context));
}

/**
 * Who is here: `identify`, and `group` where the account is known. Logging out says nothing: what follows simply
 * carries no user.
 */
export function identityToWire(event: IdentifyEvent, context: WireContext): OutboxItem[] {
  const { user, account, traits, token } = event;
  if (user === null) return [];
  const common = envelope(event, { ...context, user, account }, defined({ token }));
  const identify = item({
    ...common,
    type: "identify",
    messageId: event.id,
    ...defined({ traits }),
  });
  if (account === undefined) return [identify];
  const group = { ...common, type: "group" as const, messageId: `${event.id}:group` };
  return [identify, item({ ...group, groupId: account })];
}

interface Origin {
  ts: number;
  boot: string;
  seq: number;
  host?: string;
  path?: string;
}

function envelope(origin: Origin, from: WireContext, vouched: Record<string, unknown> = {}) {
  const { boot, seq, host, path } = origin;
  return {
    timestamp: new Date(origin.ts).toISOString(),
    anonymousId: from.device,
    ...defined({ userId: from.user }),
    context: {
      ...defined({ groupId: from.account }),
      library: { name: "waymark", version: from.version },
      waymark: { boot, seq, ...defined({ host, path }), ...vouched },
    },
  };
}

function track(
  messageId: string,
  event: string,
  properties: Record<string, unknown>,
  common: ReturnType<typeof envelope>,
): OutboxItem {
  return item({ ...common, type: "track", messageId, event, properties });
}

function item(message: WireMessage & { messageId: string }): OutboxItem {
  return { id: message.messageId, message };
}

function person({ user, account }: Pick<StoredEvent, "user" | "account">) {
  return { user, account };
}

/** Only the fields that have a value: JSON knows no undefined. */
function defined<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: T[K] & {} } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: T[K] & {};
  };
}
