import { ACCOUNT_VALUES } from "../../lib/model/account-value.ts";
import { Currency, toMinor } from "../../lib/model/money.ts";
import type { Values } from "./record.ts";

type Traits = Readonly<Record<string, string | number | boolean>>;

/** Fields that an app may say by traits of `group`, by the names that the trait may have: Segment's own, then ours. */
const NAMES = {
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
  const unit = Currency.safeParse(currency ?? "USD");
  if (typeof mrr === "number" && mrr >= 0 && unit.success) {
    const minor = toMinor(mrr, unit.data);
    if (Number.isSafeInteger(minor)) values.mrr = { minor, currency: unit.data, since: day };
  }
  if (typeof employees === "number" && !("size" in values)) values.size = bandOf(employees);
  return values;
}

function asValue(field: string, trait: string | number | boolean | undefined): unknown {
  if (field === "seats") return trait;
  if (field === "renewal" || field === "customerSince") return String(trait ?? "").slice(0, 10);
  return trait === undefined ? undefined : String(trait);
}

function bandOf(employees: number): string {
  const at = BANDS.findIndex((most) => employees <= most);
  if (at < 0) return `${(BANDS.at(-1) ?? 0) + 1}+`;
  return `${at === 0 ? 1 : (BANDS[at - 1] ?? 0) + 1}-${BANDS[at]}`;
}
