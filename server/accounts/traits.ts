import { ACCOUNT_VALUES } from "../../lib/model/account-value.ts";
import { Currency, toMinor } from "../../lib/model/money.ts";
import type { Values } from "./record.ts";

type Traits = Readonly<Record<string, string | number | boolean>>;

/** Fields that an app may say by traits of `group`, by the names that the trait may have: Segment's own, then ours. */
export const NAMES = {
  name: ["name"],
  plan: ["plan"],
  vertical: ["industry", "vertical"],
  geography: ["country", "geography"],
  size: ["size"],
  owner: ["owner", "csm"],
  seats: ["seats"],
  renewal: ["renewal", "renewalDate"],
  customerSince: ["createdAt", "customerSince"],
} as const;

/** Bands of companies by employees: the highest of each. */
const BANDS = [10, 50, 200, 500, 1000, 5000];

/** What traits of an account say about its fields, as far as they can be read; the others stay traits. `day`: of the message. */
export function valuesOfTraits(traits: Traits, day: string): Values {
  const values: Record<string, unknown> = {};
  for (const [field, names] of Object.entries(NAMES)) {
    const name = names.find((candidate) => candidate in traits);
    const trait = name === undefined ? undefined : traits[name];
    const read = ACCOUNT_VALUES[field as keyof typeof NAMES].safeParse(asValue(field, trait));
    if (trait !== undefined && read.success) values[field] = read.data;
  }
  const { mrr, currency, employees } = traits;
  const amount = numberOf(mrr);
  const unit = Currency.safeParse(
    typeof currency === "string" ? currency.toUpperCase() : (currency ?? "USD"),
  );
  if (amount !== undefined && amount >= 0 && unit.success) {
    const minor = toMinor(amount, unit.data);
    if (Number.isSafeInteger(minor)) values.mrr = { minor, currency: unit.data, since: day };
  }
  const people = numberOf(employees);
  if (people !== undefined && people > 0 && !("size" in values)) values.size = bandOf(people);
  return values;
}

function asValue(field: string, trait: string | number | boolean | undefined): unknown {
  if (field === "seats") return numberOf(trait);
  if (field === "renewal" || field === "customerSince") return dayOfTrait(trait);
  return trait === undefined ? undefined : String(trait);
}

/** Segment's `employees` is a text, and some clients send every number as one: "329", "1,200", "1 200.50". */
function numberOf(trait: unknown): number | undefined {
  if (typeof trait === "number") return trait;
  if (typeof trait !== "string") return undefined;
  const plain = trait.trim().replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(?:\D|$))/gu, "");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** ISO 8601, or as older clients of Segment send it: seconds or milliseconds since 1970. */
function dayOfTrait(trait: unknown): string | undefined {
  const seconds = typeof trait === "number" || /^\d{9,13}$/.test(String(trait));
  if (!seconds) return String(trait ?? "").slice(0, 10);
  const time = Number(trait);
  const date = new Date(time < 1e11 ? time * 1000 : time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

function bandOf(employees: number): string {
  const at = BANDS.findIndex((most) => employees <= most);
  if (at < 0) return `${(BANDS.at(-1) ?? 0) + 1}+`;
  return `${at === 0 ? 1 : (BANDS[at - 1] ?? 0) + 1}-${BANDS[at]}`;
}
