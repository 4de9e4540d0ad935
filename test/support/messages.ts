import { randomUUID } from "node:crypto";
import type { SignalScalar, SignalValue } from "../../lib/model/signal-value.ts";
import { WIRE_EVENTS } from "../../lib/model/wire.ts";
import { NOW } from "./now.ts";

export type Fields = Record<string, unknown>;

/** Messages as a client sends them, with an id of their own, at the time the test server shows. */
const base = (): Fields => ({
  messageId: randomUUID(),
  timestamp: new Date(NOW).toISOString(),
  anonymousId: "device-1",
});

export function used(feature: string, more: Fields = {}): Fields {
  return { ...base(), type: "track", event: WIRE_EVENTS.feature, properties: { feature }, ...more };
}

/** `said`: what differs from a milestone. */
export function signalled(
  signal: string,
  value: SignalScalar,
  more: Fields = {},
  said: Partial<SignalValue> = {},
): Fields {
  const kind = "milestone";
  const properties = { signal, version: 1, kind, value, since: NOW, evidence: [], ...said };
  return { ...base(), type: "track", event: WIRE_EVENTS.signal, properties, ...more };
}

/** Somebody met an arm of an experiment. */
export function viewed(experiment: string, arm: "guide" | "holdout", more: Fields = {}): Fields {
  const properties = { experiment_id: experiment, variation_id: arm, guide: "tour", version: 1 };
  return { ...base(), type: "track", event: WIRE_EVENTS.exposure, properties, ...more };
}

export function guided(
  action: keyof typeof WIRE_EVENTS.guide,
  properties: {
    guide: string;
    version: number;
    step?: string;
    reason?: string;
    answer?: unknown;
    target?: unknown;
  },
  more: Fields = {},
): Fields {
  return { ...base(), type: "track", event: WIRE_EVENTS.guide[action], properties, ...more };
}

export function identified(user: string, traits: Fields = {}, more: Fields = {}): Fields {
  return { ...base(), type: "identify", userId: user, traits, ...more };
}

export function at(ms: number): { timestamp: string } {
  return { timestamp: new Date(ms).toISOString() };
}

/** What a device says of a search that found nothing. */
export const MISS = { outcome: "absent", score: 0.12 } as const;
export const FOUND = { outcome: "found", score: 0.9 } as const;
