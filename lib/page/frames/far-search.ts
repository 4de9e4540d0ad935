import { isOwn } from "../../anchor/dom/own.ts";
import { frameDocument } from "../../anchor/dom/safe.ts";
import { isVisible } from "../../anchor/dom/visible.ts";
import type { PageObserver } from "../observe.ts";
import type { Search } from "../seek.ts";
import { type FarOptions, type FarSide, findFarSide } from "./frame-port.ts";

/**
 * Also asks frames of other sites, if the page shows any, and puts all answers under one gate. What does that comes
 * into the page with the first question.
 */
export function farSearch(
  near: Search,
  options: Omit<FarOptions, "search">,
  life: AbortSignal,
): Search {
  const { frames, page } = options;
  const search = Math.random().toString(36).slice(2);
  let side: ReturnType<FarSide> | undefined;
  return async (anchor, signal) => {
    const answer = await near(anchor, signal);
    if (!hasFarFrames(page)) return answer;
    // Frames that cannot be asked hold nothing that could be pointed at.
    const bids = await frames.ask(search, anchor).catch(() => []);
    signal.throwIfAborted();
    if (bids.length > 0) side ??= findFarSide()?.({ search, ...options }, life);
    return side ? side(answer, bids) : answer;
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
