import type { Address } from "../console/address.ts";

/** What the list of accounts is narrowed by, as it stands in the address. Empty: everything. */
export const FILTERS = [
  "q",
  "owner",
  "segment",
  "plan",
  "stage",
  "touchModel",
  "band",
  "risk",
  "renewal",
  "status",
  "touchpoint",
] as const;
export type Filter = (typeof FILTERS)[number];

export const SORTS = [
  "name",
  "mrr",
  "score",
  "risk",
  "renewal",
  "lastTouch",
  "stageSince",
  "customerSince",
] as const;
export type Sort = (typeof SORTS)[number];

/** Of these the greatest, the worst or the newest is asked for first. */
const GREATEST_FIRST: readonly Sort[] = ["mrr", "risk"];
/** Days within which a renewal lies. */
export const RENEWALS = ["30", "60", "90", "180"] as const;
const DAY_MS = 86_400_000;

/** The API's question for what the address says. `now`: epoch ms. */
export function questionOf(query: Address["query"], now: number): Record<string, string> {
  const { renewal = "", order = "" } = query;
  const sort = sortOf(query);
  const asked: Record<string, string> = { sort, order: order || orderOf(sort), limit: "50" };
  for (const name of FILTERS) {
    if (name !== "renewal" && query[name]) asked[name] = query[name].trim();
  }
  if ((RENEWALS as readonly string[]).includes(renewal)) {
    asked.renewalFrom = dayAt(now);
    asked.renewalTo = dayAt(now + Number(renewal) * DAY_MS);
  }
  return asked;
}

export function sortOf({ sort }: Address["query"]): Sort {
  return SORTS.find((one) => one === sort) ?? "name";
}

export function orderOf(sort: Sort): "asc" | "desc" {
  return GREATEST_FIRST.includes(sort) ? "desc" : "asc";
}

export function isNarrowed(query: Address["query"]): boolean {
  return FILTERS.some((name) => (query[name] ?? "") !== "");
}

/** Of two addresses with the same filter the same text. */
export function filterOf(query: Address["query"]): string {
  return JSON.stringify(FILTERS.map((name) => query[name] ?? ""));
}

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
