import { type Bid, compareBids } from "../../anchor/bids.ts";
import { isOwn } from "../../anchor/dom/own.ts";
import { frameDocument } from "../../anchor/dom/safe.ts";
import { isVisible } from "../../anchor/dom/visible.ts";
import type { FrameNews, PlacedBid } from "../../model/frame.ts";
import type { AgentPort } from "../agent-port.ts";
import type { PageObserver } from "../observe.ts";
import type { Hit, Miss, Search } from "../seek.ts";
import { farTarget } from "./far-target.ts";
import type { FarFrames } from "./frame-port.ts";

interface FarSearchOptions {
  /** Looks in the documents that this script can reach. */
  near: Search;
  frames: FarFrames;
  page: PageObserver;
  port: Pick<AgentPort, "onMessage">;
}

/** Also asks frames of other sites, if the page shows any, and puts all answers under one gate. */
export function farSearch(
  { near, frames, page, port }: FarSearchOptions,
  life: AbortSignal,
): Search {
  const search = Math.random().toString(36).slice(2);
  let bids: PlacedBid[] = [];
  let asked = false;
  const listeners = new Set<(news: FrameNews, frame: number, document?: string) => void>();
  port.onMessage((message) => {
    if (message.name !== "frame.news" || message.news.search !== search) return;
    const { news, frame, document } = message;
    if (news.type === "changed") page.stir();
    else for (const listener of [...listeners]) listener(news, frame, document);
  }, life);
  life.addEventListener("abort", () => asked && frames.tell({ type: "end", search }), {
    once: true,
  });

  const targetOf = (won: PlacedBid) =>
    farTarget({
      search,
      won,
      frames,
      page,
      onNews(listener, signal) {
        // Only the frame on the way may tell how the next one lies in it.
        const hear = (news: FrameNews, frame: number, document?: string) => {
          const isWinner = frame === won.frame && document === won.document;
          if (isWinner || news.type === "around" || news.type === "lost") listener(news);
        };
        listeners.add(hear);
        signal.addEventListener("abort", () => listeners.delete(hear), { once: true });
      },
    });

  return async (anchor, signal) => {
    const answer = await near(anchor, signal);
    if (!hasFarFrames(page)) return answer;
    asked = true;
    // Frames that cannot be asked hold nothing that could be pointed at.
    bids = await frames.ask(search, anchor).catch(() => []);
    signal.throwIfAborted();
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
}

function ownBid(answer: Hit | Miss): Bid {
  const { outcome, score = 0, margin = 0 } = answer;
  if ("target" in answer) return { outcome, score, margin, tier: answer.tier };
  return { outcome, score, margin, several: answer.several };
}

function missOf(
  verdict: { outcome: "ambiguous"; several: number } | { outcome: "absent" },
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

function hasFarFrames(page: PageObserver): boolean {
  for (const root of page.roots()) {
    for (const frame of root.querySelectorAll("iframe, frame")) {
      if (!isOwn(frame) && !frameDocument(frame) && isVisible(frame)) return true;
    }
  }
  return false;
}
