import * as z from "zod/mini";
import type { Saying } from "../accounts/record.ts";
import type { Principal } from "../auth/access.ts";
import { principalOf } from "./principal.ts";

/** Who says something about accounts: a person who corrects it ("hand"), or a sync. */
export const HowSaid = z.object({
  as: z._default(z.enum(["hand", "api"]), "api"),
  /** Whether a sync takes back what people corrected. */
  overwrite: z._default(z.enum(["true", "false"]), "false"),
});

/** As it is said about one account. */
export const HowSaidOfOne = z.extend(HowSaid, {
  /** When the newest of the fields that are named was changed, epoch ms, as it was read; 0: never. */
  seen: z.optional(z.coerce.number().check(z.int(), z.nonnegative())),
});

export function sayingOf(
  call: { principal: Principal | null; query: z.infer<typeof HowSaid> },
  at: number,
): Saying {
  const { as: source, overwrite } = call.query;
  return { source, at, by: principalOf(call).id, overwrite: overwrite === "true", import: null };
}

/** As a sync unless said otherwise. */
export function byHand(call: { principal: Principal | null }, at: number): Saying {
  return { source: "hand", at, by: principalOf(call).id, overwrite: false, import: null };
}
