import * as z from "zod/mini";
import { ConsentAnswer, type ConsentPolicy, type ConsentState } from "../model/consent.ts";

/** A part of the protocol: what a person allows, and what is known about them. */
export const OWN_DATA = {
  /** The host says whether the person agrees; it speaks for the sender's own host. */
  "consent.say": { from: "page", input: z.strictObject({ answer: ConsentAnswer }) },
  /** The person says it, for all sites. */
  "consent.set": { from: "extension", input: z.strictObject({ answer: ConsentAnswer }) },
  /** What left this device, the newest first, and on the first page what waits to. */
  "data.journal": {
    from: "extension",
    input: z.strictObject({
      before: z.optional(
        z.strictObject({ sentAt: z.int(), id: z.string().check(z.maxLength(200)) }),
      ),
    }),
  },
  /** All that is kept here and on the server, as the text of a JSON file. */
  "data.export": { from: "extension", input: z.strictObject({}) },
  "data.delete": { from: "extension", input: z.strictObject({}) },
} as const;

export interface OwnDataOutputs {
  "consent.say": null;
  "consent.set": null;
  "data.journal": JournalPage;
  "data.export": { json: string };
  "data.delete": null;
}

/** A message on its way: captured, stored, sent, answered; times in epoch ms, null where it has not come so far. */
export interface JournalEntry {
  id: string;
  /** What it says happened. */
  name: string;
  capturedAt: number | null;
  storedAt: number | null;
  sentAt: number | null;
  /** How often it was given to the network. */
  tries: number;
  answeredAt: number | null;
  state: "waiting" | "sent" | "accepted" | "rejected";
  /** Why the server refused it, in its words. */
  reason: string | null;
  /** Exactly what was sent, or will be. */
  json: string;
}

export interface JournalPage {
  entries: JournalEntry[];
  /** Ask with it for those before; null: there are none. */
  next: { sentAt: number; id: string } | null;
}

/** What has become of the deletion that was asked for last. */
export interface ErasureStatus {
  /** The server has not confirmed it yet; the last try failed with `error`. */
  waiting: { since: number; error: string | null } | null;
  done: { at: number; events: number; unconfirmed: boolean; refused: string | null } | null;
}

export interface ConsentStatus {
  policy: ConsentPolicy;
  /** Where no page says anything else. */
  state: ConsentState;
  /** What pages said. */
  hosts: { host: string; answer: ConsentAnswer }[];
}
