import * as z from "zod/mini";
import { Id, Name } from "./primitives.ts";
import { Selector } from "./selector.ts";
import { UrlPattern } from "./url-pattern.ts";

const page = z.optional(UrlPattern);

/** What on the page is one use of the feature. Only trusted events count, except `custom`, which the host sends. */
export const FeatureRule = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("click"), selector: Selector, page }),
  z.strictObject({ on: z.literal("submit"), selector: Selector, page }),
  /** A changed value was committed in a field (`change`); the value is never read. */
  z.strictObject({ on: z.literal("input"), selector: Selector, page }),
  /** Pressed on `selector`, released at least 8 px away, over `to` if given. */
  z.strictObject({ on: z.literal("drag"), selector: Selector, to: z.optional(Selector), page }),
  z.strictObject({ on: z.literal("view"), page: UrlPattern }),
  /** The host dispatched `waymark:track` with this name. */
  z.strictObject({
    on: z.literal("custom"),
    event: z.string().check(z.minLength(1), z.maxLength(100)),
    page,
  }),
]);
export type FeatureRule = z.infer<typeof FeatureRule>;

/** A value of the account attribute `plan`. */
const Plan = z.string().check(z.minLength(1), z.maxLength(64));

/** A named capability of the host app. */
export const Feature = z.strictObject({
  id: Id,
  name: Name,
  /** The module it belongs to, for grouping in the console. */
  group: z.optional(Name),
  /** Plans of accounts that include it; absent: all do. An account of which no plan is known counts as entitled. */
  plans: z.optional(z.array(Plan).check(z.minLength(1), z.maxLength(20))),
  /** Any of these is one use; a single DOM event counts once. */
  rules: z.array(FeatureRule).check(z.minLength(1), z.maxLength(20)),
});
export type Feature = z.infer<typeof Feature>;
