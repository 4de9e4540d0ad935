import * as z from "zod/mini";
import { Attributes } from "./primitives.ts";

/** What a device may know of the account of the person who is there: C16 of docs/spec/sync.md. */
export const OwnAccount = z.object({
  user: z.string(),
  /** The account that the host's back end vouched for. */
  account: z.nullable(z.string()),
  attributes: Attributes,
});
export type OwnAccount = z.infer<typeof OwnAccount>;
