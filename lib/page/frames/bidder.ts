import type { PageAnswer } from "../../anchor/dom/search.ts";
import type { FrameBid, FrameNews, FrameOrder } from "../../model/frame.ts";
import type { AgentPort } from "../agent-port.ts";
import { follow } from "../follow.ts";
import { mappingOf } from "../frame-box.ts";
import { localTarget } from "../local-target.ts";
import type { Locator } from "../locator-port.ts";
import { observePage } from "../observe.ts";
import { reveal } from "../spotlight.ts";
import type { Target } from "../target.ts";
import { onFrameGone } from "./frame-life.ts";
import { frameAt, ownPath } from "./frame-path.ts";
import type { Bidder } from "./frame-port.ts";

/** What a frame knows of one search of the top frame. */
interface Held {
  path: readonly number[];
  target: Target | undefined;
  /** Ends what is watched for this search. */
  life: AbortController;
  reveal(): void;
}

/**
 * What a frame does for the guides in the top frame: it looks for their targets, and tells of the one that won, or
 * of the next frame on the way to it. Between a bid and its end it watches its page, and nothing otherwise.
 */
export function createBidder(
  port: Pick<AgentPort, "onMessage" | "signal">,
  locator: Locator,
  say: (news: FrameNews) => void,
): Bidder {
  const { signal } = port;
  const searches = new Map<string, Held>();
  const page = observePage(signal, (error) => console.error("waymark:", error));

  const hold = (search: string, path: readonly number[]): Held => {
    searches.get(search)?.life.abort();
    const held: Held = {
      path,
      target: undefined,
      life: new AbortController(),
      reveal: () => undefined,
    };
    searches.set(search, held);
    return held;
  };
  const lifeOf = ({ life }: Held) => AbortSignal.any([signal, life.signal]);

  const point = (search: string, path: readonly number[]) => {
    const here = ownPath();
    const held = searches.get(search);
    if (String(path) === String(held?.path) && held?.target) {
      tellOf(search, held.target, lifeOf(held), say);
    } else if (path.length > here.length && here.every((index, at) => index === path[at])) {
      const way = hold(search, here);
      const frame = frameAt(path[here.length] as number);
      if (!frame) return say({ type: "lost", search });
      way.reveal = () => reveal(frame);
      const life = lifeOf(way);
      const depth = here.length;
      follow(
        frame,
        () => say({ type: "around", search, depth, matrix: [...mappingOf(frame)] }),
        life,
      );
      onFrameGone(frame, page, () => say({ type: "lost", search }), life);
    } else {
      held?.life.abort();
    }
  };

  port.onMessage((message) => {
    if (message.name !== "frame.order") return;
    const { order } = message;
    if (order.type === "point") return point(order.search, order.path);
    const held = searches.get(order.search);
    if (!held) return;
    if (order.type === "reveal") held.reveal();
    if (order.type === "watch") watch(order, held.target, lifeOf(held), say);
    if (order.type === "end") {
      held.life.abort();
      searches.delete(order.search);
    }
  }, signal);

  return {
    signal,
    async bid(search, anchor) {
      // Who can reach in from around has looked here already. Nothing is pointed at that has no extent.
      if (window.frameElement || innerWidth * innerHeight === 0) return null;
      const held = hold(search, ownPath());
      const life = lifeOf(held);
      const answer = await locator.search(anchor, life);
      if ("element" in answer) {
        const { element, print } = answer;
        held.target = localTarget(element, print, locator, page);
        held.reveal = held.target.reveal;
      }
      const told = new AbortController();
      const onChange = () => {
        told.abort();
        say({ type: "changed", search });
      };
      page.onChange(onChange, AbortSignal.any([life, told.signal]));
      return bidOf(answer, held.path);
    },
  };
}

function bidOf(answer: PageAnswer, path: readonly number[]): FrameBid {
  const { outcome, score, margin } = answer;
  return {
    path: [...path],
    outcome,
    score,
    margin,
    ...(outcome === "found" && { tier: answer.tier }),
    ...(outcome === "ambiguous" && { several: answer.rivals.length }),
  };
}

function tellOf(search: string, target: Target, life: AbortSignal, say: (news: FrameNews) => void) {
  target.onLost(() => say({ type: "lost", search }), life);
  target.onObstacle((obstacle) => say({ type: "obstacle", search, obstacle }), life);
  target.follow((box, hidden) => {
    const { x, y, width, height } = box;
    say({ type: "at", search, box: { x, y, width, height }, hidden });
  }, life);
}

function watch(
  { search, what }: Extract<FrameOrder, { type: "watch" }>,
  target: Target | undefined,
  life: AbortSignal,
  say: (news: FrameNews) => void,
) {
  const seen = (change?: "open" | "fold") =>
    say({ type: "seen", search, what, ...(change && { change }) });
  if (what === "focus") target?.onFocus(seen, life);
  else if (what === "intent") target?.onIntent(seen, life);
  else target?.onUse(what, seen, life);
}
