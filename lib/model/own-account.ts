import * as z from "zod/mini";
import { Attributes, Id } from "./primitives.ts";

/** How the person stands with a guide they saw, on whatever device: C18 of docs/spec/sync.md. Times are epoch ms. */
export const OwnGuide = z.object({
  guide: Id,
  /** When they last started it. */
  startedAt: z.number(),
  status: z.enum(["completed", "dismissed", "snoozed"]),
  /** When that was. */
  at: z.number(),
});
export type OwnGuide = z.infer<typeof OwnGuide>;

/** What a device may know of the person who is there, and of their account: C16 and C18 of docs/spec/sync.md. */
export const OwnAccount = z.object({
  user: z.string(),
  /** The account that the host's back end vouched for. */
  account: z.nullable(z.string()),
  attributes: Attributes,
  /** Absent from servers of before. */
  guides: z._default(z.array(OwnGuide), []),
});
export type OwnAccount = z.infer<typeof OwnAccount>;
