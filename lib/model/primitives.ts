import * as z from "zod/mini";
import { parseDuration } from "./duration.ts";
import { RULES } from "./rule.ts";
import { isSafeUrl } from "./safe-url.ts";

/** Stable name of a thing in a workspace: what URLs, events and other definitions refer to. */
export const Id = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
    error: RULES.id,
  }),
);
export type Id = z.infer<typeof Id>;

export const Name = z.string().check(z.minLength(1), z.maxLength(120));

/** Epoch milliseconds, UTC; no more than a `Date` can hold. */
export const Timestamp = z.int().check(z.nonnegative(), z.maximum(8.64e15));

/** "90s", "30m", "7d": a whole number and one of ms, s, m, h, d, w. */
export const Duration = z.string().check(
  z.refine((text) => parseDuration(text) !== undefined, {
    error: 'a whole number and a unit (ms, s, m, h, d, w), such as "30m"',
  }),
);

/** A duration of whole days: windows over UTC days cannot be finer. */
export const Days = z.string().check(
  z.refine((text) => parseDuration(text) !== undefined && /[dw]$/.test(text), {
    error: 'a whole number of days or weeks, such as "28d" or "4w"',
  }),
);

export const Locale = z
  .string()
  .check(
    z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a BCP 47 tag such as "en" or "pt-BR"' }),
  );
export type Locale = z.infer<typeof Locale>;

/** A short text by locale. At least one locale is there; `pickLocale` chooses. */
export const Localized = z
  .record(Locale, z.string().check(z.minLength(1), z.maxLength(500)))
  .check(z.refine((texts) => Object.keys(texts).length > 0, { error: RULES.texts }));
export type Localized = z.infer<typeof Localized>;

/** A value that may travel as an event property or attribute: never an object, never long. */
export const Scalar = z.union([z.string().check(z.maxLength(256)), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof Scalar>;

export const Attributes = z
  .record(z.string().check(z.minLength(1), z.maxLength(64)), Scalar)
  .check(z.refine((map) => Object.keys(map).length <= 64, { error: "at most 64 attributes" }));
export type Attributes = z.infer<typeof Attributes>;

/**
 * An address a person may be sent to. `https:` and `mailto:` only, without user name or password:
 * `javascript:` and `data:` links would run in the host's page.
 */
export const SafeUrl = z
  .string()
  .check(
    z.maxLength(2048),
    z.refine(isSafeUrl, { error: "an https: or mailto: address without user name or password" }),
  );
