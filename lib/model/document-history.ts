import * as z from "zod/mini";
import { Environment } from "./environment.ts";

export const DocumentAct = z.object({
  /** From 1, in the order in which they were done. */
  number: z.int(),
  act: z.enum([
    "created",
    "saved",
    "review_asked",
    "approved",
    "returned",
    "published",
    "rolled_back",
    "archived",
  ]),
  /** The name of the key or token it was done with. */
  by: z.string(),
  at: z.int(),
  /** Saves of one person in a row are one: how many, and when the last was. */
  times: z.int(),
  lastAt: z.int(),
  /** Of publications. */
  environment: z.nullable(Environment),
  version: z.nullable(z.int()),
  /** Why a draft was returned. */
  note: z.nullable(z.string()),
});
export type DocumentAct = z.infer<typeof DocumentAct>;

/** Newest first. `next` is there when there are older ones: ask with it as `before`. */
export const DocumentHistory = z.object({
  items: z.array(DocumentAct),
  next: z.nullable(z.int()),
});
export type DocumentHistory = z.infer<typeof DocumentHistory>;
