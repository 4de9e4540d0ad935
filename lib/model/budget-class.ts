import type { Guide } from "./guide.ts";

export type BudgetClass = NonNullable<Guide["budget"]>;

/** Kinds that are there without asking for anything; the others take attention unless their author says otherwise. */
const QUIET: ReadonlySet<Guide["kind"]> = new Set([
  "banner",
  "hotspot",
  "hint",
  "confirmation",
  "checklist",
]);
/** Kinds of which nothing but the place is shown, until the person opens it or comes near. */
const ON_DEMAND: ReadonlySet<Guide["kind"]> = new Set([
  "hotspot",
  "hint",
  "confirmation",
  "checklist",
]);

/** Kinds that stand in the side panel and never come into a page by themselves. */
const LISTED: ReadonlySet<Guide["kind"]> = new Set(["announcement", "how-to"]);

export function budgetClassOf({ kind, budget }: Pick<Guide, "kind" | "budget">): BudgetClass {
  return budget ?? (QUIET.has(kind) || LISTED.has(kind) ? "ambient" : "interrupting");
}

export function isListed({ kind }: Pick<Guide, "kind">): boolean {
  return LISTED.has(kind);
}

/** Nothing but its place is shown before the person does something for it. */
export function isOnDemand({ kind }: Pick<Guide, "kind">): boolean {
  return ON_DEMAND.has(kind);
}

/** Quiet guides play beside each other and beside one of the others. */
export function playsBeside(guide: Pick<Guide, "kind" | "budget">): boolean {
  return budgetClassOf(guide) === "ambient";
}
