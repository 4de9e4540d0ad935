import { TAG_LINE } from "../../model/tag-line.ts";
import type { TagNews, TagOrder } from "../../model/tagging.ts";
import { createTagger } from "./tagger.ts";

/** The author's panel, at the other end of a line that ends with it. */
export interface AuthorLine {
  name: string;
  postMessage(news: TagNews): void;
  disconnect(): void;
  onMessage: { addListener(listen: (order: TagOrder) => void): void };
  onDisconnect: { addListener(listen: () => void): void };
}

/** Where lines come in. */
export interface AuthorLines {
  addListener(listen: (line: AuthorLine) => void): void;
  removeListener(listen: (line: AuthorLine) => void): void;
}

const KEY = Symbol.for("waymark.tagger");
type World = { [KEY]?: boolean };

/** Waits for one line from the panel and serves it; when it ends, what was injected is as if it had never been. */
export function awaitAuthor(lines: AuthorLines): void {
  const world = globalThis as World;
  if (world[KEY]) return;
  world[KEY] = true;
  const onLine = (line: AuthorLine) => {
    if (line.name !== TAG_LINE) return;
    lines.removeListener(onLine);
    const life = new AbortController();
    const obey = createTagger((news) => line.postMessage(news), life.signal);
    line.onMessage.addListener(obey);
    line.onDisconnect.addListener(() => {
      life.abort();
      delete world[KEY];
    });
  };
  lines.addListener(onLine);
}
