import type { Guide } from "./guide.ts";

export type BudgetClass = NonNullable<Guide["budget"]>;

/** Kinds that are there without asking for anything; the others take attention unless their author says otherwise. */
const QUIET: ReadonlySet<Guide["kind"]> = new Set(["banner", "hotspot", "hint"]);

export function budgetClassOf({ kind, budget }: Pick<Guide, "kind" | "budget">): BudgetClass {
  return budget ?? (QUIET.has(kind) ? "ambient" : "interrupting");
}

/** Nothing but its place is shown before the person asks: by opening a hotspot, or by entering the field of a hint. */
export function isOnDemand({ kind }: Pick<Guide, "kind">): boolean {
  return kind === "hotspot" || kind === "hint";
}

/** Quiet guides play beside each other and beside one of the others. */
export function playsBeside(guide: Pick<Guide, "kind" | "budget">): boolean {
  return budgetClassOf(guide) === "ambient";
}
