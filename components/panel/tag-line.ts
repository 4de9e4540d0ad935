import { signal } from "@preact/signals";
import type { FeatureRule } from "../../lib/model/feature.ts";
import { parse } from "../../lib/model/parse.ts";
import { TAG_LINE } from "../../lib/model/tag-line.ts";
import { type TagMove, TagNews, type TagOrder } from "../../lib/model/tagging.ts";
import type { PageTagger, TagFrame } from "./tagging-page.ts";

/** What rules match on the page beside the panel, over all its frames. */
export interface TagCount {
  fits: boolean;
  count: number;
  unreadable: boolean;
}

type Told<K extends TagNews["news"]> = Extract<TagNews, { news: K }>;

/** Lines to all frames of one page: what they say together. */
export function createTagLine(
  page: PageTagger,
  on: {
    over(choice: Told<"over">["choice"]): void;
    picked(what: Told<"picked">): void;
    ended(): void;
    /** The page was left. */
    gone(): void;
  },
) {
  const counts = signal<ReadonlyMap<string, TagCount>>(new Map());
  const tracked = signal<readonly string[]>([]);
  let frames: TagFrame[] = [];
  let life = new AbortController();
  let pointing = 0;
  let counted = new Map<number, Told<"counts">["counts"]>();
  let wanted: readonly TagOrder[] = [];

  const all = (order: TagOrder) => {
    for (const { tell } of frames) tell(order);
  };
  const there = (order: TagOrder) => {
    (frames.find(({ frame }) => frame === pointing) ?? frames[0])?.tell(order);
  };
  const addUp = () => {
    const sums = new Map<string, TagCount>();
    for (const [frame, said] of counted) {
      for (const { key, fits, count, unreadable } of said) {
        const sum = sums.get(key);
        sums.set(key, {
          // A page is viewed in its top frame only.
          fits: (sum?.fits ?? false) || (fits && (frame === 0 || count > 0)),
          count: (sum?.count ?? 0) + count,
          unreadable: (sum?.unreadable ?? false) || unreadable,
        });
      }
    }
    counts.value = sums;
  };
  const hear = (frame: number, said: unknown) => {
    if (said === null) {
      frames = frames.filter((one) => one.frame !== frame);
      counted.delete(frame);
      if (frame === 0) return on.gone();
      return addUp();
    }
    const news = parse(TagNews, said);
    // A page that says what no picker says is not listened to.
    if (!news.ok) return;
    switch (news.value.news) {
      case "over":
        pointing = frame;
        return on.over(news.value.choice);
      case "picked":
        return on.picked(news.value);
      case "ended":
        return on.ended();
      case "counts":
        counted.set(frame, news.value.counts);
        return addUp();
      case "tracked":
        tracked.value = [...new Set([...tracked.peek(), ...news.value.names])];
    }
  };
  const close = () => {
    life.abort();
    frames = [];
    counted = new Map();
    counts.value = new Map();
    tracked.value = [];
    pointing = 0;
  };

  return {
    counts,
    tracked,
    /** Rejects when the page cannot be asked. */
    async open(tab: number): Promise<void> {
      close();
      life = new AbortController();
      const { signal: mine } = life;
      const opened = await page.open(
        tab,
        TAG_LINE,
        (frame, news) => !mine.aborted && hear(frame, news),
        mine,
      );
      if (mine.aborted) return;
      frames = opened;
      for (const order of wanted) all(order);
    },
    close,
    isOpen: () => frames.length > 0,
    pick(start: boolean): void {
      pointing = 0;
      all({ order: start ? "pick" : "rest" });
    },
    move: (to: TagMove) => there({ order: "move", to }),
    take: () => there({ order: "take" }),
    /** What is to be counted, and what marked, from now on. */
    watch(rules: { key: string; rules: FeatureRule[] }[], marked: FeatureRule[]): void {
      wanted = [
        { order: "count", rules },
        { order: "mark", rules: marked },
      ];
      for (const order of wanted) all(order);
    },
  };
}
