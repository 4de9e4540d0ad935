import type { PageMessage, PlayOrder, PreviewOrder } from "../message/protocol.ts";
import { PREVIEW_LINE } from "../model/preview-line.ts";
import type { PreviewNews } from "../model/preview-news.ts";
import type { AgentPort } from "./agent-port.ts";
import { AGENT_TOOLS } from "./agent-tools.ts";
import { watchAddress } from "./capture/navigation.ts";
import type { CreateGuideView } from "./guide-view.ts";
import { type PlayerOptions, play } from "./player.ts";

/** The author's panel, at the other end of a line that ends with it. */
export interface PreviewLine {
  name: string;
  postMessage(news: PreviewNews): void;
  onMessage: { addListener(listen: (order: PreviewOrder) => void): void };
  onDisconnect: { addListener(listen: () => void): void };
}

/** Where lines come in. */
export interface PreviewLines {
  addListener(listen: (line: PreviewLine) => void): void;
  removeListener(listen: (line: PreviewLine) => void): void;
}

export interface PreviewOptions extends Pick<PlayerOptions, "locator" | "css" | "open"> {
  frames: NonNullable<PlayerOptions["frames"]>;
  viewOf(order: PlayOrder, picture: (asset: string) => Promise<string | null>): CreateGuideView;
  /** What frames of other sites tell through the background. */
  onPageMessage(listener: (message: PageMessage) => void, signal: AbortSignal): void;
}

const KEY = Symbol.for("waymark.preview");
type World = { [KEY]?: boolean };

/** Waits for one line from the panel and plays what it orders; with the line everything in the page goes. */
export function awaitPreview(lines: PreviewLines, options: PreviewOptions): void {
  const world = globalThis as World;
  if (world[KEY]) return;
  world[KEY] = true;
  const onLine = (line: PreviewLine) => {
    if (line.name !== PREVIEW_LINE) return;
    lines.removeListener(onLine);
    const life = new AbortController();
    line.onMessage.addListener(serve(line, options, life.signal));
    line.onDisconnect.addListener(() => {
      life.abort();
      delete world[KEY];
    });
  };
  lines.addListener(onLine);
}

/**
 * Plays as the overlay does, with a port of its own: what would become events goes to the panel and nowhere else
 * (Y5 of docs/spec/preview.md), so neither agent nor background know of it.
 */
function serve(line: PreviewLine, options: PreviewOptions, signal: AbortSignal) {
  const listeners = new Set<(message: PageMessage) => void>();
  const awaited = new Map<string, ((address: string | null) => void)[]>();
  let playing = new AbortController();

  const port: AgentPort = {
    report: async (report) => line.postMessage({ news: "report", report }),
    meet: async () => undefined,
    onMessage(listener, until) {
      listeners.add(listener);
      until.addEventListener("abort", () => listeners.delete(listener), { once: true });
      options.onPageMessage((message) => {
        // All else that the background says is meant for guides that it knows.
        if (message.name === "frame.news") listener(message);
      }, until);
    },
    onNavigate: watchAddress,
    signal,
    tools: AGENT_TOOLS,
  };
  const picture = (asset: string) =>
    new Promise<string | null>((resolve) => {
      const waiting = awaited.get(asset);
      if (waiting) waiting.push(resolve);
      else awaited.set(asset, [resolve]);
      if (!waiting) line.postMessage({ news: "picture", asset });
    });

  return (told: PreviewOrder) => {
    switch (told.order) {
      case "play": {
        playing.abort();
        playing = new AbortController();
        const { locator, frames, css, open } = options;
        const createView = options.viewOf(told.play, picture);
        const ask = (guide: string) => line.postMessage({ news: "ask", guide });
        play(
          { order: told.play, port, locator, frames, css, open, createView, ask },
          playing.signal,
        );
        break;
      }
      case "picture":
        for (const resolve of awaited.get(told.asset) ?? []) resolve(told.address);
        awaited.delete(told.asset);
        break;
      case "say":
        for (const listener of [...listeners]) listener(told.message);
    }
  };
}
