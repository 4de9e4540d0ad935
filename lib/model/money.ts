import * as z from "zod/mini";
import { RULES } from "./rule.ts";

/** ISO 4217, such as "EUR". */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/, { error: RULES.currencyCode }));
export type Currency = z.infer<typeof Currency>;

/** Whole minor units of a currency (cents, kopecks), so that sums are exact. At most 2^53 - 1. */
export const Money = z.strictObject({
  minor: z.int().check(z.nonnegative()),
  currency: Currency,
});
export type Money = z.infer<typeof Money>;

/** Currencies whose minor unit is not a hundredth: ISO 4217, those in use. */
const DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** Decimals of an amount in main units. */
export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}

/** An amount in main units (euros, roubles) as whole minor units, half away from zero. */
export function toMinor(main: number, currency: string): number {
  const minor = Number(`${Math.abs(main)}e${minorDigits(currency)}`);
  const scaled = Number.isNaN(minor) ? Math.abs(main) * 10 ** minorDigits(currency) : minor;
  return Math.sign(main) * Math.round(scaled);
}
