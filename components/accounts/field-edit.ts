import type * as z from "zod/mini";
import type { AccountDetail, AccountPatch } from "../../lib/model/account.ts";
import { isCalendarDay } from "../../lib/model/calendar-day.ts";
import { minorDigits } from "../../lib/model/money.ts";

/** Fields that a person corrects as one line of text. The others have a place of their own on the page. */
export const EDITED = [
  "name",
  "owner",
  "plan",
  "modules",
  "mrr",
  "seats",
  "stage",
  "touchModel",
  "customerSince",
  "contractStart",
  "contractEnd",
  "renewal",
  "vertical",
  "geography",
  "size",
  "churnedOn",
  "churnKind",
] as const;
export type EditedField = (typeof EDITED)[number];

export const DAY_FIELDS: readonly string[] = [
  "customerSince",
  "contractStart",
  "contractEnd",
  "renewal",
  "churnedOn",
];

export type Edit =
  | { ok: true; patch: z.input<typeof AccountPatch> }
  | { ok: false; error: "day" | "number" | "amount" };

/** What a person types into the field to leave it as it is. */
export function textOf(account: AccountDetail, field: string): string {
  if (field.startsWith("custom.")) return String(account.custom[field.slice(7)] ?? "");
  if (field === "mrr") {
    const { mrr } = account;
    return mrr ? `${mrr.minor / 10 ** minorDigits(mrr.currency)} ${mrr.currency}` : "";
  }
  const value = account[field as Exclude<EditedField, "mrr">];
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}

/** What is to change when a person leaves this text in the field. An empty one makes the value unknown. */
export function editOf(account: AccountDetail, field: string, typed: string): Edit {
  const text = typed.trim();
  if (field.startsWith("custom.")) {
    const name = field.slice(7);
    return {
      ok: true,
      patch: { custom: { [name]: text === "" ? null : sameKind(account.custom[name], text) } },
    };
  }
  if (text === "") return { ok: true, patch: { [field]: field === "modules" ? [] : null } };
  if (DAY_FIELDS.includes(field)) {
    return isCalendarDay(text)
      ? { ok: true, patch: { [field]: text } }
      : { ok: false, error: "day" };
  }
  if (field === "modules") {
    return { ok: true, patch: { modules: text.split(",").flatMap((one) => one.trim() || []) } };
  }
  if (field === "seats") {
    return /^\d+$/.test(text)
      ? { ok: true, patch: { seats: Number(text) } }
      : { ok: false, error: "number" };
  }
  if (field === "mrr") return amountIn(text, account.mrr?.currency);
  return { ok: true, patch: { [field]: text } };
}

/** "1200", "1200.50 EUR"; without a currency that of the amount before. */
function amountIn(text: string, before: string | undefined): Edit {
  const [, whole = "", fraction = "", named] =
    /^(\d+)(?:[.,](\d+))?\s*([A-Za-z]{3})?$/.exec(text) ?? [];
  const currency = named?.toUpperCase() ?? before;
  if (whole === "" || currency === undefined) return { ok: false, error: "amount" };
  const digits = minorDigits(currency);
  if (fraction.length > digits) return { ok: false, error: "amount" };
  return {
    ok: true,
    patch: { mrr: { minor: Number(whole + fraction.padEnd(digits, "0")), currency } },
  };
}

function sameKind(before: unknown, text: string): string | number | boolean {
  if (typeof before === "number" && Number.isFinite(Number(text))) return Number(text);
  if (typeof before === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
