import type { Answer } from "./answer.ts";
import { GATE } from "./weights.ts";

/** What one frame found, as far as it can be compared with what others found. */
export interface Bid {
  outcome: Answer["outcome"];
  score: number;
  margin: number;
  tier?: 0 | 1 | 2 | undefined;
  /** How many equals, if that is why it is ambiguous. */
  several?: number | undefined;
}

export type Verdict =
  | { outcome: "found" | "likely"; winner: number }
  | { outcome: "ambiguous"; several: number }
  | { outcome: "absent" };

/** The widest lead that any way through the gate asks for; a frame does not say which way its element came. */
const LEAD = Math.max(GATE.margin, GATE.agreed.margin, GATE.marked.margin, GATE.worded.margin);

/**
 * One gate over all frames: an element is found, or likely, if its own frame says so and it leads every other frame's
 * best by as much as within one page. Two that are found are equals, whatever their scores.
 */
export function compareBids(bids: readonly Bid[]): Verdict {
  const found = at(bids, "found");
  if (found.length > 1) return { outcome: "ambiguous", several: found.length };
  const [best = at(bids, "likely").sort(byScore(bids))[0]] = found;
  if (best !== undefined) {
    const bid = bids[best] as Bid;
    const rivals = bids.filter((_, index) => index !== best);
    const lead = bid.score - Math.max(0, ...rivals.map(({ score }) => score));
    if (lead >= neededLead(bid))
      return { outcome: bid.outcome as "found" | "likely", winner: best };
    const near = rivals.filter(({ score }) => bid.score - score < neededLead(bid));
    return { outcome: "ambiguous", several: 1 + count(near) };
  }
  const several = count(at(bids, "ambiguous").map((index) => bids[index] as Bid));
  return several > 0 ? { outcome: "ambiguous", several } : { outcome: "absent" };
}

function neededLead({ outcome, tier = 2, margin }: Bid): number {
  if (outcome === "likely") return GATE.likely.margin;
  return tier < 2 ? -GATE.behind : Math.min(margin, LEAD);
}

function at(bids: readonly Bid[], outcome: Bid["outcome"]): number[] {
  return bids.flatMap((bid, index) => (bid.outcome === outcome ? [index] : []));
}

function byScore(bids: readonly Bid[]) {
  return (a: number, b: number) => (bids[b]?.score ?? 0) - (bids[a]?.score ?? 0);
}

function count(bids: readonly Bid[]): number {
  return bids.reduce((sum, { several = 1 }) => sum + several, 0);
}
