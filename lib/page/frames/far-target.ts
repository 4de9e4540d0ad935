import { isVisible } from "../../anchor/dom/visible.ts";
import type { FrameNews, PlacedBid } from "../../model/frame.ts";
import { type Mapping, type Rect, through } from "../../model/rect.ts";
import type { Obstacle } from "../../tour/run.ts";
import { follow } from "../follow.ts";
import { mappingOf } from "../frame-box.ts";
import type { PageObserver } from "../observe.ts";
import { watchObstacle } from "../obstacle.ts";
import { reveal } from "../spotlight.ts";
import type { Target } from "../target.ts";
import { onFrameGone } from "./frame-life.ts";
import { frameAt } from "./frame-path.ts";
import type { FarFrames } from "./frame-port.ts";

export type Watched = Extract<FrameNews, { type: "seen" }>["what"];

interface FarTargetOptions {
  search: string;
  won: PlacedBid;
  frames: FarFrames;
  page: PageObserver;
  /** News of this search from the frame that won, or from one on the way to it. */
  onNews(listener: (news: FrameNews) => void, signal: AbortSignal): void;
}

/** An element in a frame of another site, known by what that frame tells. Undefined if the frame is not there. */
export function farTarget({
  search,
  won,
  frames,
  page,
  onNews,
}: FarTargetOptions): Target | undefined {
  const { path } = won.bid;
  const frame = frameAt(path[0] as number);
  if (!frame || !isVisible(frame)) return undefined;
  const moved = new Set<() => void>();
  const around = new Map<number, Mapping>();
  let at: Extract<FrameNews, { type: "at" }> | undefined;

  /** In this window; undefined until every frame on the way has told. */
  const box = (): Rect | undefined => {
    let rect: Rect | undefined = at?.box;
    for (let depth = path.length - 1; rect && depth > 0; depth--) {
      const mapping = around.get(depth);
      rect = mapping && through(mapping, rect);
    }
    return rect && through(mappingOf(frame), rect);
  };
  const onSeen = (
    what: Watched,
    listener: (change: "open" | "fold" | undefined) => void,
    signal: AbortSignal,
  ) => {
    frames.tell({ type: "watch", search, what });
    onNews((news) => news.type === "seen" && news.what === what && listener(news.change), signal);
  };
  const onChange =
    (what: "focus" | "intent"): Target["onFocus"] =>
    (listener, signal) =>
      onSeen(what, (change) => change && listener(change), signal);

  return {
    identity: `${won.frame} ${won.document}`,
    follow(onMove, signal) {
      const update = () => {
        const rect = box();
        if (signal.aborted || !rect || !at) return;
        onMove(rect, at.hidden);
        for (const listener of moved) listener();
      };
      onNews((news) => {
        if (news.type === "at") at = news;
        else if (news.type === "around") around.set(news.depth, news.matrix);
        else return;
        update();
      }, signal);
      follow(frame, update, signal);
    },
    reveal() {
      reveal(frame);
      frames.tell({ type: "reveal", search });
    },
    onLost(listener, signal) {
      frames.tell({ type: "point", search, path });
      signal.addEventListener("abort", () => frames.tell({ type: "end", search }), { once: true });
      const scope = new AbortController();
      const life = AbortSignal.any([signal, scope.signal]);
      const lose = () => {
        scope.abort();
        listener();
      };
      onFrameGone(frame, page, lose, life);
      onNews((news) => news.type === "lost" && lose(), life);
    },
    onUse: (use, listener, signal) => onSeen(use, listener, signal),
    onFocus: onChange("focus"),
    onIntent: onChange("intent"),
    onObstacle(listener, signal) {
      let inside: Obstacle | null = null;
      let above: Obstacle | null = null;
      onNews((news) => {
        if (news.type !== "obstacle") return;
        inside = news.obstacle;
        listener(above ?? inside);
      }, signal);
      const onAbove = (obstacle: Obstacle | null) => {
        above = obstacle;
        listener(above ?? inside);
      };
      const options = { page, box, onMove: (soon: () => void) => moved.add(soon) };
      watchObstacle(frame, options, onAbove, signal);
      signal.addEventListener("abort", () => moved.clear(), { once: true });
    },
  };
}
