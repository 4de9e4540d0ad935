import type { Translator } from "../../lib/i18n/translator.ts";
import { minorDigits } from "../../lib/model/money.ts";

/** `minor` units of a currency, in its main unit. */
export function amountText({ money }: Translator, minor: number, currency: string): string {
  return money(minor / 10 ** minorDigits(currency), currency);
}
