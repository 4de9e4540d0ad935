import { type ReadonlySignal, signal } from "@preact/signals";
import type { Heard } from "../../lib/draft/walk.ts";
import type { PageMessage, PlayOrder, PreviewOrder } from "../../lib/message/protocol.ts";
import { parse } from "../../lib/model/parse.ts";
import { PreviewNews } from "../../lib/model/preview-news.ts";
import type { PreviewPorts } from "./preview-ports.ts";

/** `waiting`: its page was left, and it goes on when one is there again. */
export type PlayState = "idle" | "playing" | "waiting";

export interface Play {
  state: ReadonlySignal<PlayState>;
  heard: ReadonlySignal<readonly Heard[]>;
  /** The guide that a button would start. */
  asked: ReadonlySignal<string | null>;
  /** Rejects when the page cannot be scripted; then nothing plays. */
  start(tab: number, order: PlayOrder): Promise<void>;
  /** The same in a page that was loaded anew. */
  goOn(tab: number, order: (heard: readonly Heard[]) => PlayOrder): Promise<void>;
  say(message: PageMessage): void;
  stop(): void;
}

const ENDS: readonly string[] = ["completed", "dismissed", "snoozed"];

/** Plays in the page beside the panel and hears how it goes: Y5 and Y7 of docs/spec/preview.md. */
export function createPlay(ports: Pick<PreviewPorts, "page" | "picture" | "now">): Play {
  const state = signal<PlayState>("idle");
  const heard = signal<readonly Heard[]>([]);
  const asked = signal<string | null>(null);
  let life = new AbortController();
  let tell: ((order: PreviewOrder) => void) | undefined;

  function leave(next: PlayState) {
    life.abort();
    tell = undefined;
    state.value = next;
  }

  function hear(said: unknown) {
    if (said === null) return leave(state.peek() === "playing" ? "waiting" : "idle");
    const news = parse(PreviewNews, said);
    // A page that says what no preview says is not listened to.
    if (!news.ok) return;
    switch (news.value.news) {
      case "report": {
        const { report } = news.value;
        heard.value = [...heard.peek(), { at: ports.now(), report }];
        const isOver = ENDS.includes(report.action) || report.reason?.startsWith("end") === true;
        if (isOver) leave("idle");
        return;
      }
      case "picture": {
        const { asset } = news.value;
        void ports.picture(asset).then((picture) => {
          tell?.({ order: "picture", asset, address: picture?.address ?? null });
        });
        return;
      }
      case "ask":
        asked.value = news.value.guide;
    }
  }

  async function open(tab: number, play: PlayOrder) {
    life.abort();
    life = new AbortController();
    const { signal: mine } = life;
    const line = await ports.page.open(tab, (news) => !mine.aborted && hear(news), mine);
    if (mine.aborted) return;
    tell = line;
    state.value = "playing";
    line({ order: "play", play });
  }

  return {
    state,
    heard,
    asked,
    async start(tab, order) {
      leave("idle");
      heard.value = [];
      asked.value = null;
      await open(tab, order);
    },
    goOn: (tab, order) => open(tab, order(heard.peek())),
    say: (message) => tell?.({ order: "say", message }),
    stop: () => leave("idle"),
  };
}
