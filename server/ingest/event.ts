import type { WireMessage } from "../../lib/model/wire.ts";
import type { KnownEvent } from "./known-events.ts";

/** A message as the server keeps it. Times are epoch milliseconds. */
export interface IncomingEvent {
  messageId: string;
  /** The message as it came, without what nobody knows; of events that were read back from the database there is none. */
  source?: WireMessage;
  type: "track" | "identify" | "group" | "page";
  /** Name of a tracked event or page. */
  event: string | null;
  /** What a reserved event name says; null for every other message. */
  known: KnownEvent | null;
  /** When it happened, by the best knowledge. */
  at: number;
  clientAt: number | null;
  receivedAt: number;
  clockOffsetMs: number | null;
  user: string | null;
  account: string | null;
  device: string | null;
  boot: string | null;
  seq: number | null;
  host: string | null;
  path: string | null;
  verified: boolean;
  /** Of `track` and `page`. */
  properties: Readonly<Record<string, unknown>> | null;
  /** Of `identify` (the user's) and `group` (the account's). */
  traits: Readonly<Record<string, string | number | boolean>>;
}

/** Whose event it is: the user if one is named, else the device. */
export interface Person {
  person: string;
  anonymous: boolean;
}

export function personOf(event: Pick<IncomingEvent, "user" | "device">): Person | null {
  if (event.user !== null) return { person: event.user, anonymous: false };
  if (event.device !== null) return { person: event.device, anonymous: true };
  return null;
}
