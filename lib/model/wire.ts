import * as z from "zod/mini";

/** Limits of our own ingest; a client keeps to the smaller of these and its target's. */
export const WIRE_LIMITS = {
  /** Bytes of a request body after decompression. */
  bodyBytes: 256 * 1024,
  /** Messages in a batch. */
  batch: 200,
  /** Bytes of one message as JSON. */
  messageBytes: 32 * 1024,
  /** Nesting of objects and arrays in one message. */
  depth: 8,
  /** An event may not lie further in the future than this, in ms. */
  futureMs: 7 * 86_400_000,
} as const;

/** Event names of the wire. */
export const WIRE_EVENTS = {
  feature: "Feature Used",
  friction: "Friction Met",
  signal: "Signal Changed",
  /** Segment's name for it. */
  exposure: "Experiment Viewed",
  guide: {
    started: "Guide Started",
    step_shown: "Guide Step Shown",
    answered: "Guide Answered",
    step_completed: "Guide Step Completed",
    snoozed: "Guide Snoozed",
    completed: "Guide Completed",
    dismissed: "Guide Dismissed",
    target_missing: "Guide Target Missing",
    rated_helpful: "Guide Rated Helpful",
    rated_unhelpful: "Guide Rated Unhelpful",
  },
} as const;

const personId = z.optional(z.nullable(z.string().check(z.maxLength(200))));
const anyObject = z.record(z.string(), z.unknown());

const common = {
  messageId: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** ISO 8601. */
  timestamp: z.optional(z.string().check(z.maxLength(40))),
  sentAt: z.optional(z.string().check(z.maxLength(40))),
  userId: personId,
  anonymousId: personId,
  context: z.optional(anyObject),
  integrations: z.optional(anyObject),
};

/** One message of the Segment HTTP tracking API. Further fields of other clients are let through and not kept. */
export const WireMessage = z.discriminatedUnion("type", [
  z.object({
    ...common,
    type: z.literal("track"),
    event: z.string().check(z.minLength(1), z.maxLength(200)),
    properties: z.optional(anyObject),
  }),
  z.object({ ...common, type: z.literal("identify"), traits: z.optional(anyObject) }),
  z.object({
    ...common,
    type: z.literal("group"),
    groupId: z.string().check(z.minLength(1), z.maxLength(200)),
    traits: z.optional(anyObject),
  }),
  z.object({
    ...common,
    type: z.literal("page"),
    name: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
    properties: z.optional(anyObject),
  }),
]);
export type WireMessage = z.infer<typeof WireMessage>;

/** The body of `POST /v1/batch`. Messages are checked one by one, so that one bad one does not refuse the rest. */
export const WireBatch = z.object({
  batch: z.array(z.unknown()).check(z.minLength(1), z.maxLength(WIRE_LIMITS.batch)),
  sentAt: z.optional(z.string().check(z.maxLength(40))),
  writeKey: z.optional(z.string().check(z.maxLength(200))),
});
export type WireBatch = z.infer<typeof WireBatch>;

export const WireResult = z.object({
  /** null where the message carried none. */
  messageId: z.nullable(z.string()),
  status: z.enum(["accepted", "duplicate", "rejected"]),
  /** With `rejected`: which field, what was found, what is allowed. */
  reason: z.optional(z.string()),
});
export type WireResult = z.infer<typeof WireResult>;

/** The answer of `POST /v1/batch`, one result a message, in the order sent. */
export const WireReply = z.object({ success: z.boolean(), results: z.array(WireResult) });
export type WireReply = z.infer<typeof WireReply>;
