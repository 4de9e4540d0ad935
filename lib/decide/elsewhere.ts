import type { OwnGuide } from "../model/own-account.ts";
import type { Facts, RunFact, Showing } from "./facts.ts";

/** The server's clock and the device's may differ by this, and it is still the same start. */
const SAME_MS = 60_000;

/**
 * The facts with what the person saw on other devices: D31 of docs/spec/decisions.md. What this device knows itself is
 * never less than that; in doubt, a guide was seen. `ambient` guides are no showings.
 */
export function withElsewhere(
  { runs, ledger, ambient }: Pick<Facts, "runs" | "ledger" | "ambient">,
  elsewhere: readonly OwnGuide[],
): Pick<Facts, "runs" | "ledger"> {
  const all = new Map<string, RunFact>(runs);
  const showings: Showing[] = [...ledger];
  for (const { guide, startedAt, status, at } of elsewhere) {
    const here = runs.get(guide);
    if (!here) all.set(guide, { status, updatedAt: at });
    else if (status === "completed") all.set(guide, { ...here, completedBefore: true });
    else if (here.status === "target_missing") all.set(guide, { ...here, status });
    const isKnown = ledger.some(
      (showing) => showing.guide === guide && Math.abs(showing.at - startedAt) <= SAME_MS,
    );
    if (isKnown || ambient.has(guide)) continue;
    showings.push({ guide, at: startedAt, dismissed: status === "dismissed" });
  }
  return { runs: all, ledger: showings };
}
