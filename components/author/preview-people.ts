import * as z from "zod/mini";
import { Attributes } from "../../lib/model/primitives.ts";

/** Somebody whom the workspace knows, as whom a guide can be tried. */
export const KnownPerson = z.object({
  user: z.string(),
  account: z.nullable(z.string()),
  traits: Attributes,
  accountTraits: Attributes,
  /** Ids of signals that are true. */
  signals: z.array(z.string()),
});
export type KnownPerson = z.infer<typeof KnownPerson>;
