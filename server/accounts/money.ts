import type { DatedMoney } from "../../lib/model/account-value.ts";
import type { Applied } from "./apply.ts";
import type { Said } from "./patch.ts";
import type { AccountRecord } from "./record.ts";

/** What an account pays from a day on; `minor` null: not known. */
export interface Amount {
  since: string;
  minor: number | null;
  currency: string | null;
}

/** The newest of the amounts that are said is what the account pays, unless a newer one is known: K6 of docs/spec/accounts.md. */
export function withNewest(said: Said, before: AccountRecord): Said {
  const { mrr, ...rest } = said.values as { mrr?: DatedMoney | null };
  if (mrr === null) return said;
  const rows = [...said.mrrHistory, ...(mrr ? [mrr] : [])];
  const newest = rows.toSorted((a, b) => (a.since < b.since ? -1 : 1)).at(-1);
  if (!newest) return said;
  const known = before.values.mrr as DatedMoney | undefined;
  if (known !== undefined && newest.since < known.since) {
    return { ...said, values: rest, mrrHistory: rows };
  }
  return { ...said, values: { ...rest, mrr: newest } };
}

/** The amounts that become part of the account's history. */
export function amountsOf(said: Said, { changes, held }: Applied, today: string): Amount[] {
  if (held.includes("mrr")) return [];
  const change = changes.find(({ field }) => field === "mrr");
  if (!change) return [...said.mrrHistory];
  const newest = change.after as DatedMoney | null;
  return [
    ...said.mrrHistory.filter(({ since }) => since !== newest?.since),
    newest ?? { since: today, minor: null, currency: null },
  ];
}
