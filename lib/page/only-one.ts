import type { PlayOrder } from "../message/protocol.ts";

interface Playing {
  guide: string;
  version: number;
  /** Ends when the guide is over. */
  signal: AbortSignal;
  stop(): void;
}

const KEY = Symbol.for("waymark.overlay");
type World = { [KEY]?: Playing };

/**
 * One guide at a time, however often the overlay is injected: a guide that already plays goes on, unless the
 * person asked for it anew; another one takes its place.
 */
export function takeStage(
  order: Pick<PlayOrder, "guide" | "version" | "startedBy">,
  start: (signal: AbortSignal) => AbortSignal,
): void {
  const world = globalThis as World;
  const playing = world[KEY];
  if (playing && !playing.signal.aborted) {
    const same = playing.guide === order.guide.id && playing.version === order.version;
    if (same && order.startedBy !== "manual") return;
    playing.stop();
  }
  const life = new AbortController();
  world[KEY] = {
    guide: order.guide.id,
    version: order.version,
    signal: start(life.signal),
    stop: () => life.abort(),
  };
}
