import * as z from "zod/mini";
import { Friction } from "./friction.ts";
import { Attributes, Id, Timestamp } from "./primitives.ts";
import { Answer } from "./question.ts";
import { TargetSighting } from "./target.ts";

/** Steps in the life of a guide, each an event; the wire calls them "Guide Started" and so on. */
export const GuideAction = z.enum([
  "started",
  "step_shown",
  "answered",
  "step_completed",
  "snoozed",
  "completed",
  "dismissed",
  "target_missing",
  /** The person says that it helped, or that it did not; the newest word counts. */
  "rated_helpful",
  "rated_unhelpful",
]);
export type GuideAction = z.infer<typeof GuideAction>;

const captured = {
  /** UUIDv7, the `messageId` on the wire. Fixed at capture. */
  id: z.uuid(),
  ts: Timestamp,
  /** One per document that captures; with `seq` it gives order and shows gaps. */
  boot: z.uuid(),
  /** 0, 1, 2 … within `boot`. */
  seq: z.int().check(z.nonnegative()),
  /** Host with port of the page. */
  host: z.string().check(z.maxLength(255)),
  /** Path without query and fragment, segments that look like identifiers replaced. */
  path: z.string().check(z.maxLength(500)),
};

export const FeatureEvent = z.strictObject({
  ...captured,
  kind: z.literal("feature"),
  feature: Id,
});
export type FeatureEvent = z.infer<typeof FeatureEvent>;

/** The person ran into something: that it happened, never what was there. */
export const FrictionEvent = z.strictObject({
  ...captured,
  kind: z.literal("friction"),
  what: Friction,
  /** The feature that was clicked, if it is a tagged one. */
  feature: z.optional(Id),
});
export type FrictionEvent = z.infer<typeof FrictionEvent>;

export const GuideEvent = z.strictObject({
  ...captured,
  kind: z.literal("guide"),
  action: GuideAction,
  guide: Id,
  version: z.int(),
  /** The step it happened at. */
  step: z.optional(Id),
  /** Why a run ended or a target was not pointed at. */
  reason: z.optional(z.string().check(z.maxLength(100))),
  /** With `answered`: what the person submitted. */
  answer: z.optional(Answer),
  /** With `step_shown` and `target_missing`: how the search for the step's element ended. */
  target: z.optional(TargetSighting),
});
export type GuideEvent = z.infer<typeof GuideEvent>;

/** What a host page or the options page says about who is here. It is not an event of use and leaves no trace in counts. */
export const IdentifyEvent = z.strictObject({
  ...captured,
  kind: z.literal("identify"),
  /** null: the person logged out. */
  user: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
  account: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  traits: z.optional(Attributes),
  /** Signed by the host's back end; without it the identity counts as unverified. */
  token: z.optional(z.string().check(z.maxLength(4096))),
});
export type IdentifyEvent = z.infer<typeof IdentifyEvent>;

/** What a content script writes, one key each, to `storage.local`. */
export const CapturedEvent = z.discriminatedUnion("kind", [
  FeatureEvent,
  FrictionEvent,
  GuideEvent,
  IdentifyEvent,
]);
export type CapturedEvent = z.infer<typeof CapturedEvent>;

/** An event as the device keeps it: with the person it belongs to. */
export type StoredEvent = Exclude<CapturedEvent, IdentifyEvent> & {
  user?: string;
  account?: string;
};
