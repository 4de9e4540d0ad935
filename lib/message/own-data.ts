import * as z from "zod/mini";
import { ConsentAnswer, type ConsentPolicy, type ConsentState } from "../model/consent.ts";

/** A part of the protocol: what a person allows, and what is known about them. */
export const OWN_DATA = {
  /** The host says whether the person agrees; it speaks for the sender's own host. */
  "consent.say": { from: "page", input: z.strictObject({ answer: ConsentAnswer }) },
  /** The person says it, for all sites. */
  "consent.set": { from: "extension", input: z.strictObject({ answer: ConsentAnswer }) },
  "data.delete": { from: "extension", input: z.strictObject({}) },
} as const;

export interface OwnDataOutputs {
  "consent.say": null;
  "consent.set": null;
  "data.delete": null;
}

export interface ConsentStatus {
  policy: ConsentPolicy;
  /** Where no page says anything else. */
  state: ConsentState;
  /** What pages said. */
  hosts: { host: string; answer: ConsentAnswer }[];
}
