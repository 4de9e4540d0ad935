import type { TagNews, TagOrder } from "../../../../lib/model/tagging.ts";
import { matching } from "../../../../lib/record/tag/matching.ts";
import { propose } from "../../../../lib/record/tag/propose.ts";
import { createTagger } from "../../../../lib/record/tag/tagger.ts";

/** The picker in the isolated world of a page, with a panel that only keeps what it is told. */

const news: TagNews[] = [];
const life = new AbortController();
const obey = createTagger((one) => void news.push(one), life.signal);

const world = {
  order: (order: TagOrder) => obey(order),
  news: () => news,
  last: (kind: TagNews["news"]) => news.findLast((one) => one.news === kind) ?? null,
  end: () => life.abort(),
  /** Of every element of the page: what is proposed for it that is not true of it. */
  wrongProposals(): string[] {
    const all = [...document.querySelectorAll("body *")];
    return all.flatMap((element) => {
      const { choices, proposed } = propose(element);
      const counts = choices.map(({ count }) => count);
      const grows = counts.every((count, at) => at === 0 || count > (counts[at - 1] ?? 0));
      const faithful = choices.every(({ selector, count }) => {
        const found = matching(selector) ?? [];
        return found.includes(element) && found.length === count;
      });
      const right = faithful && grows && choices[proposed] !== undefined;
      return right ? [] : [`${element.outerHTML.slice(0, 80)}: ${JSON.stringify(choices)}`];
    });
  },
};

export type TagWorld = typeof world;

Object.assign(globalThis, { world });
