import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { FeedEntry, HowToEntry, MessageError } from "../../lib/message/protocol.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { Ask } from "../ports.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";

export interface ListedData {
  feed: FeedEntry[];
  howTos: HowToEntry[];
}

/** Announcements and how-tos for the tab beside the panel. */
export interface ListedModel {
  data: Resource<ListedData, MessageError>;
  /** The guide that is being seen to. */
  busy: ReadonlySignal<string | null>;
  /** Why the last thing the person asked for did not work. */
  problem: ReadonlySignal<MessageError | null>;
  showTab(tab: number | null): Promise<void>;
  /** Marks announcements as read. */
  read(guides: readonly string[]): Promise<void>;
  /** Puts an announcement away. */
  dismiss(guide: string): Promise<void>;
  /** Starts the guide that an announcement offers. */
  start(guide: string): Promise<void>;
  /** Points at a step's element in the page; stops pointing at anything of a guide. */
  point(guide: string, step: string): Promise<void>;
  stop(guide: string): Promise<void>;
  /** A step of a how-to is done; all of its steps are to be done again. */
  tick(guide: string, step: string): Promise<void>;
  restart(guide: string): Promise<void>;
  /** The person opened a how-to; says whether it helped. */
  open(guide: string): Promise<void>;
  rate(guide: string, helpful: boolean): Promise<void>;
  /** A how-to as it was published; null where it cannot be had. */
  published(guide: string): Promise<Guide | null>;
  /** A picture of a guide as an address; null where it cannot be had. */
  picture(asset: string): Promise<string | null>;
}

export function createListedModel(ask: Ask): ListedModel {
  const tab = signal<number | null>(null);
  const busy = signal<string | null>(null);
  const problem = signal<MessageError | null>(null);
  const data = createResource<ListedData, MessageError>(() => askBoth(ask, tab.peek()));

  /** What the person asked for, in their order; the lists are asked for again afterwards. */
  let before: Promise<void> = Promise.resolve();
  const act = (
    guide: string | null,
    request: (tab: number) => Promise<Outcome<unknown, MessageError>>,
  ): Promise<void> => {
    before = before.then(async () => {
      const shown = tab.peek();
      if (shown === null) return;
      busy.value = guide;
      const reply = await request(shown);
      problem.value = reply.ok ? null : reply.error;
      await data.load();
      busy.value = null;
    });
    return before;
  };

  return {
    data,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    showTab(shown) {
      tab.value = shown;
      return data.load();
    },
    read: (guides) =>
      act(null, async (shown) => {
        for (const guide of guides) {
          const reply = await ask("feed.read", { guide, tab: shown });
          if (!reply.ok) return reply;
        }
        return { ok: true, value: null };
      }),
    dismiss: (guide) => act(guide, (shown) => ask("feed.dismiss", { guide, tab: shown })),
    start: (guide) => act(guide, (shown) => ask("guide.start", { guide, tab: shown })),
    point: (guide, step) => act(guide, (shown) => ask("howTo.point", { guide, step, tab: shown })),
    stop: (guide) => act(guide, (shown) => ask("howTo.stop", { guide, tab: shown })),
    tick: (guide, step) => act(guide, (shown) => ask("howTo.tick", { guide, step, tab: shown })),
    restart: (guide) => act(guide, (shown) => ask("howTo.restart", { guide, tab: shown })),
    open: (guide) => act(guide, (shown) => ask("howTo.read", { guide, tab: shown })),
    rate: (guide, helpful) =>
      act(guide, (shown) => ask("howTo.rate", { guide, helpful, tab: shown })),
    async published(guide) {
      const shown = tab.peek();
      const reply = shown === null ? null : await ask("howTo.published", { guide, tab: shown });
      return reply?.ok ? reply.value : null;
    },
    async picture(asset) {
      const reply = await ask("asset.get", { asset });
      return reply.ok ? reply.value : null;
    },
  };
}

async function askBoth(ask: Ask, tab: number | null): Promise<Outcome<ListedData, MessageError>> {
  if (tab === null) return { ok: true, value: { feed: [], howTos: [] } };
  const [feed, howTos] = await Promise.all([ask("feed.list", { tab }), ask("howTo.list", { tab })]);
  if (!feed.ok) return feed;
  if (!howTos.ok) return howTos;
  return { ok: true, value: { feed: [...feed.value], howTos: [...howTos.value] } };
}
