import { type Bid, compareBids, type Verdict } from "../../anchor/bids.ts";
import type { FrameNews, PlacedBid } from "../../model/frame.ts";
import type { Hit, Miss } from "../seek.ts";
import { farTarget } from "./far-target.ts";
import type { FarSide } from "./frame-port.ts";

type Hear = (news: FrameNews, frame: number, document: string | undefined) => void;

/** Decides in the top frame over what all frames found, and hears what they tell, until the guide is over. */
export const createFarSide: FarSide = ({ search, frames, page, port }, life) => {
  const listeners = new Set<Hear>();
  port.onMessage((message) => {
    if (message.name !== "frame.news" || message.news.search !== search) return;
    const { news, frame, document } = message;
    if (news.type === "changed") page.stir();
    else for (const listener of [...listeners]) listener(news, frame, document);
  }, life);
  life.addEventListener("abort", () => frames.tell({ type: "end", search }), { once: true });

  const targetOf = (won: PlacedBid) =>
    farTarget({
      search,
      won,
      frames,
      page,
      onNews(listener, signal) {
        // A frame on the way may tell how the next one lies in it, and that it is gone.
        const hear: Hear = (news, frame, document) => {
          const isWinner = frame === won.frame && document === won.document;
          if (isWinner || news.type === "around" || news.type === "lost") listener(news);
        };
        listeners.add(hear);
        signal.addEventListener("abort", () => listeners.delete(hear), { once: true });
      },
    });

  return (answer, bids) => {
    const verdict = compareBids([ownBid(answer), ...bids.map(({ bid }) => bid)]);
    if (!("winner" in verdict)) return missOf(verdict, answer);
    if (verdict.winner === 0) return answer;
    const won = bids[verdict.winner - 1] as PlacedBid;
    const target = targetOf(won);
    const { outcome } = verdict;
    const { score } = won.bid;
    if (!target) return { outcome: "absent", reason: "its frame is not visible", score };
    return { outcome, reason: "in a frame of another site", score, target };
  };
};

function ownBid(answer: Hit | Miss): Bid {
  const { outcome, score = 0, margin = 0 } = answer;
  if ("target" in answer) return { outcome, score, margin, tier: answer.tier };
  return { outcome, score, margin, several: answer.several };
}

function missOf(
  verdict: Exclude<Verdict, { winner: number }>,
  { reason, score = 0 }: Hit | Miss,
): Miss {
  if (verdict.outcome === "absent") return { outcome: "absent", reason, score };
  const { several } = verdict;
  return {
    outcome: "ambiguous",
    reason: `${several} elements in frames are equally like it`,
    several,
    score,
  };
}
