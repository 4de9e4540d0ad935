import { type Sender, UserError } from "../message/server.ts";
import type { Anchor } from "../model/anchor.ts";
import { FrameBid, type FrameNews, type FrameOrder, type PlacedBid } from "../model/frame.ts";
import { parse } from "../model/parse.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { placeOf } from "./place.ts";
import type { Platform } from "./platform.ts";

export type Frames = ReturnType<typeof createFrames>;

/** What the frames of one tab say to each other. Only frames of connected sites are asked and heard. */
export function createFrames({ scripts, tabs }: Pick<Platform, "scripts" | "tabs">, store: Store) {
  const connected = async () => new Set((await getMeta(store, "sites")) ?? []);

  return {
    /** What the frames in the sender's tab found. */
    async ask(search: string, anchor: Anchor, sender: Sender): Promise<PlacedBid[]> {
      const { tab, url } = placeOf(sender);
      const sites = await connected();
      if (!sites.has(url.origin)) return [];
      const said = await scripts.bid(tab, (origin) => sites.has(origin), search, anchor);
      return said.flatMap(({ frame, document, result }) => {
        const parsed = parse(FrameBid, result);
        return parsed.ok ? [{ frame, document, bid: parsed.value }] : [];
      });
    },
    /** From the top frame to the others. */
    async tell(order: FrameOrder, sender: Sender): Promise<void> {
      await tabs.tell(placeOf(sender).tab, { name: "frame.order", order });
    },
    /** From another frame to the top one. */
    async hear(news: FrameNews, { tab, frame, document, url }: Sender): Promise<void> {
      if (tab === undefined || !frame)
        throw new UserError("only a frame within a page may say this");
      if (!(await connected()).has(new URL(url).origin)) {
        throw new UserError("this site is not connected");
      }
      await tabs.tell(tab, { name: "frame.news", frame, document, news }, 0);
    },
  };
}
