import { decide } from "../decide/decide.ts";
import type { FeedEntry } from "../message/protocol.ts";
import { sizesOf } from "../model/asset.ts";
import type { GuideAction } from "../model/event.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { fillIn } from "../tour/fill-in.ts";
import { type AtTab, lookAtTab } from "./at-tab.ts";
import { knownAt } from "./known.ts";
import { capture } from "./own-events.ts";
import type { Platform } from "./platform.ts";

/** Announcements: L1 to L4 of docs/spec/library.md. */
export interface Feed {
  list(tab: number): Promise<FeedEntry[]>;
  /** The person opened it. */
  read(guide: string, tab: number): Promise<void>;
  /** The person put it away. */
  dismiss(guide: string, tab: number): Promise<void>;
  /** Brings the numbers on the toolbar button in line, in this tab or in all of connected sites. */
  count(tab?: number): Promise<void>;
}

export function createFeed(platform: Platform, store: Store): Feed {
  /** What happened to an announcement, told as of any other guide. */
  const tell = async (tab: number, id: string, actions: readonly GuideAction[]) => {
    const at = await lookAtTab(platform, store, tab);
    const published = at && announcements(at).find(({ body }) => body.id === id);
    const step = published?.body.steps[0]?.id;
    if (!published || step === undefined) return;
    const isNew = !at.facts.runs.has(id);
    const { version } = published;
    const what = { kind: "guide", guide: id, version, step, host: at.url.host, path: "" } as const;
    for (const action of [...(isNew ? (["started", "step_shown"] as const) : []), ...actions]) {
      await capture(platform, store, { ...what, action });
    }
  };
  const isRead = async (tab: number, id: string) =>
    (await lookAtTab(platform, store, tab))?.facts.runs.has(id) ?? true;
  const unread = (at: AtTab) =>
    announcements(at).filter(({ body }) => !at.facts.runs.has(body.id)).length;

  return {
    async list(tab) {
      const at = await lookAtTab(platform, store, tab);
      if (!at) return [];
      const known = await knownAt(store, at.url.host);
      return announcements(at)
        .filter(({ body }) => at.facts.runs.get(body.id)?.status !== "dismissed")
        .flatMap(({ body, publishedAt }): FeedEntry[] => {
          const [step] = fillIn(body, known).steps;
          if (!step) return [];
          return [
            {
              guide: body.id,
              title: step.title,
              body: step.body,
              actions: step.actions ?? [],
              pictures: sizesOf(body, at.bundle.assets ?? []),
              at: body.schedule?.from ?? publishedAt ?? at.bundle.publishedAt,
              read: at.facts.runs.has(body.id),
            },
          ];
        })
        .sort((a, b) => b.at - a.at || (a.guide < b.guide ? -1 : 1));
    },
    async read(guide, tab) {
      if (!(await isRead(tab, guide))) await tell(tab, guide, ["completed"]);
    },
    dismiss: (guide, tab) => tell(tab, guide, ["dismissed"]),
    async count(tab) {
      const open = await platform.tabs.ofSites((await getMeta(store, "sites")) ?? []);
      const tabs = tab === undefined ? open.map(({ id }) => id) : [tab];
      for (const one of tabs) {
        const at = await lookAtTab(platform, store, one);
        await platform.badge(one, at ? unread(at) : 0);
      }
    },
  };
}

/** Those that are for this person now, whatever has become of them. */
function announcements({ bundle, facts }: AtTab) {
  return bundle.guides.filter(
    ({ body }) => body.kind === "announcement" && decide(body, facts, "manual").due,
  );
}
