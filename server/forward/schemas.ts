import * as z from "zod/mini";

export const ForwardKind = z.enum(["segment", "posthog", "cloudevents"]);

/** Where else the messages of a workspace go. */
export const NewForward = z
  .strictObject({
    kind: ForwardKind,
    /** The whole address that is posted to, such as "https://api.segment.io/v1/batch": R65 of docs/spec/delivery.md. */
    url: z.string().check(z.maxLength(2000)),
    /** Write key (Segment), project API key (PostHog) or bearer token (CloudEvents). */
    secret: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
    /** CloudEvents: the receiver takes several in one request. Default: one each. */
    batch: z.optional(z.boolean()),
    /** CloudEvents: the secret signs each request instead of standing in it. */
    sign: z.optional(z.boolean()),
    /** What goes there: messages and playbooks that name it (default), or only the latter. */
    takes: z.optional(z.enum(["all", "playbooks"])),
  })
  .check(
    z.refine(({ kind, sign }) => sign !== true || kind === "cloudevents", {
      error: 'false, unless the kind is "cloudevents"',
      path: ["sign"],
    }),
  );
export type NewForward = z.infer<typeof NewForward>;

/** As the list shows it: never the secret itself. */
export const Forward = z.object({
  id: z.string(),
  kind: ForwardKind,
  url: z.string(),
  /** The secret's last characters. */
  hint: z.nullable(z.string()),
  batch: z.boolean(),
  sign: z.boolean(),
  takes: z.enum(["all", "playbooks"]),
  createdAt: z.int(),
  waiting: z.int(),
  sent: z.int(),
  /** Refused for good. */
  dropped: z.int(),
  /** Why the last try failed, or the last message was dropped, in words. */
  error: z.nullable(z.string()),
  /** When the next try is due, after a failure. */
  nextAt: z.nullable(z.int()),
});
export type Forward = z.infer<typeof Forward>;

export const ForwardList = z.object({ items: z.array(Forward) });
