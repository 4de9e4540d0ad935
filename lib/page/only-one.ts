import type { PlayOrder } from "../message/protocol.ts";
import { playsBeside } from "../model/budget-class.ts";

interface Playing {
  guide: string;
  version: number;
  /** Ends when the guide is over. */
  signal: AbortSignal;
  stop(): void;
}

const KEY = Symbol.for("waymark.overlay");
type World = { [KEY]?: Map<string, Playing> };

/** Where the guide stands that is not one of the quiet ones beside it. */
const FRONT = "";

/**
 * One guide at a time, however often the overlay is injected: a guide that already plays goes on, unless the
 * person asked for it anew; another one takes its place. Quiet guides have a place each.
 */
export function takeStage(
  order: Pick<PlayOrder, "guide" | "version" | "startedBy">,
  start: (signal: AbortSignal) => AbortSignal,
): void {
  const world = globalThis as World;
  const stages = world[KEY] ?? new Map<string, Playing>();
  world[KEY] = stages;
  const place = playsBeside(order.guide) ? order.guide.id : FRONT;
  const playing = stages.get(place);
  if (playing && !playing.signal.aborted) {
    const same = playing.guide === order.guide.id && playing.version === order.version;
    if (same && order.startedBy !== "manual") return;
    playing.stop();
  }
  const life = new AbortController();
  stages.set(place, {
    guide: order.guide.id,
    version: order.version,
    signal: start(life.signal),
    stop: () => life.abort(),
  });
}
