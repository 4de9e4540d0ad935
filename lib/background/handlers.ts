import { type Handlers, UserError } from "../message/server.ts";
import type { IdentifyEvent } from "../model/event.ts";
import { getMeta, setMeta } from "../store/meta.ts";
import { ANY_HOST } from "../store/person.ts";
import type { Store } from "../store/schema.ts";
import type { Assets } from "./assets.ts";
import { noteVisit } from "./back-and-forth.ts";
import { mayKeep, NOT_ALLOWED } from "./consent.ts";
import type { Due } from "./due.ts";
import { explainGuides } from "./explain.ts";
import { readFeatures } from "./features.ts";
import type { Feed } from "./feed.ts";
import type { Frames } from "./frames.ts";
import type { Guides } from "./guides.ts";
import type { HowTos } from "./how-tos.ts";
import { readEvidence, readInsights } from "./insights.ts";
import { listedHandlers } from "./listed-handlers.ts";
import { ownDataHandlers } from "./own-data-handlers.ts";
import { stamp } from "./own-events.ts";
import type { TakePicture } from "./pictures.ts";
import { placeNow, placeOf } from "./place.ts";
import type { Platform } from "./platform.ts";
import { recordingHandlers } from "./recording/handlers.ts";
import type { Look } from "./recording/look.ts";
import type { Recordings } from "./recording/recordings.ts";
import { addSite, removeSite } from "./sites.ts";
import { lastPerson, readStatus } from "./status.ts";
import type { Sync } from "./sync.ts";

export interface Background {
  platform: Platform;
  store: Store;
  sync: Sync;
  guides: Guides;
  assets: Assets;
  feed: Feed;
  howTos: HowTos;
  frames: Frames;
  due: Due;
  recordings: Recordings;
  look: Look;
  takePicture: TakePicture;
  drain: (said?: IdentifyEvent) => Promise<void>;
  /** Brings into force what an administrator has set for this browser by now. */
  learnPolicy: () => Promise<void>;
}

/** How many unreadable selectors are remembered. */
const MAX_PROBLEMS = 50;

/** Most answers change what open extension pages show: they are told. */
export type Changing = <I, O>(
  handle: (parts: Background, input: I) => Promise<O>,
) => (input: I) => Promise<O>;

/** Answers to every message. `background` opens with the first one. */
export function createHandlers(
  background: () => Promise<Background>,
  report: (error: unknown) => void,
): Handlers {
  const changing: Changing = (handle) => async (input) => {
    const parts = await background();
    const output = await handle(parts, input);
    parts.platform.changed();
    return output;
  };

  return {
    "page.ready": async (_input, sender) => {
      const { platform, store, drain, guides, sync, feed, howTos, recordings } = await background();
      const place = await placeNow(platform, sender);
      await noteVisit(platform, store, place);
      await drain();
      const news = async () => {
        const pulled = await sync.pull();
        if ((await sync.accounts()) || pulled) await guides.refresh();
      };
      news().catch(report);
      feed
        .count(place.tab)
        .then(() => recordings.mark(place.tab))
        .catch(report);
      await howTos.arrive(place);
      return { watch: await guides.arrive(place) };
    },
    "guide.claim": async ({ guide, busy = null }, sender) => {
      const { platform, drain, guides } = await background();
      await drain();
      return guides.claim(guide, await placeNow(platform, sender), busy);
    },
    "guide.ask": async ({ guide }, sender) => {
      const { drain, guides } = await background();
      await drain();
      await guides.start(guide, placeOf(sender).tab);
      return null;
    },
    "overlay.ready": async (_input, sender) => {
      const { platform, drain, guides } = await background();
      await drain();
      return guides.orders(await placeNow(platform, sender));
    },
    "frames.ask": async ({ search, anchor }, sender) =>
      (await background()).frames.ask(search, anchor, sender),
    "frames.tell": async ({ order }, sender) => {
      await (await background()).frames.tell(order, sender);
      return null;
    },
    "frame.say": async ({ news }, sender) => {
      await (await background()).frames.hear(news, sender);
      return null;
    },
    "identity.say": async ({ event }, sender) => {
      const { store, drain, platform } = await background();
      const { origin, host } = new URL(sender.url);
      if (!((await getMeta(store, "sites")) ?? []).includes(origin)) {
        throw new UserError("this site is not connected");
      }
      if (!(await mayKeep(platform, store, host))) throw new UserError(NOT_ALLOWED);
      await drain({ ...event, host });
      platform.changed();
      return null;
    },
    "page.problems": changing(async ({ store }, { selectors }) => {
      const known = (await getMeta(store, "problems")) ?? [];
      const all = [...new Set([...selectors, ...known])];
      await setMeta(store, "problems", all.slice(0, MAX_PROBLEMS));
      return null;
    }),

    "asset.get": async ({ asset }, sender) => {
      const { store, assets } = await background();
      const sites = (await getMeta(store, "sites")) ?? [];
      const may = sender.kind === "extension" || sites.includes(new URL(sender.url).origin);
      return may ? assets.address(asset) : null;
    },

    "status.get": async () => {
      const { platform, store } = await background();
      return readStatus(platform, store);
    },
    "connection.connect": changing(async ({ sync, guides }, { server, writeKey }) => {
      const workspace = await sync.connect(server, writeKey);
      await guides.refresh();
      return { workspace };
    }),
    "connection.disconnect": changing(async ({ sync, guides }) => {
      await sync.disconnect();
      await guides.refresh();
      return null;
    }),
    "sites.add": changing(async ({ platform, store }, { origin }) => {
      await addSite(platform, store, origin);
      return null;
    }),
    "sites.remove": changing(async ({ platform, store, feed }, { origin }) => {
      await removeSite(platform, store, origin);
      for (const { id } of await platform.tabs.ofSites([origin])) await feed.count(id);
      return null;
    }),
    "identity.set": changing(async ({ platform, store, drain, guides }, { user, account }) => {
      if (!(await mayKeep(platform, store, ANY_HOST))) throw new UserError(NOT_ALLOWED);
      const who = { user, ...(account !== undefined && { account }) };
      const saying = { kind: "identify" as const, host: ANY_HOST, path: "", ...who };
      await drain(await stamp(platform, store, saying));
      await guides.refresh();
      return null;
    }),
    "sync.now": changing(async ({ platform, store, drain, sync, guides }) => {
      await drain();
      const pulled = await sync.pull(true);
      if ((await sync.accounts()) || pulled) await guides.refresh();
      await sync.push(true);
      return readStatus(platform, store);
    }),
    "library.list": async ({ tab }) => (await background()).guides.library(tab),
    "guides.explain": async ({ tab }) => {
      const { platform, store, drain } = await background();
      await drain();
      return explainGuides(platform, store, tab);
    },
    ...listedHandlers(background, changing),
    "guide.start": changing(async ({ guides }, { guide, tab }) => {
      await guides.start(guide, tab);
      return null;
    }),
    "guide.stop": changing(async ({ guides }, { guide }) => {
      await guides.stop(guide);
      return null;
    }),
    "signals.list": async () => {
      const { platform, store } = await background();
      return readInsights(store, await lastPerson(store), platform.now());
    },
    "signals.evidence": async ({ signal }) => {
      const { store } = await background();
      return readEvidence(store, await lastPerson(store), signal);
    },
    "features.list": async () => {
      const { store } = await background();
      return readFeatures(store, await lastPerson(store));
    },
    "definitions.get": async () => {
      const { store } = await background();
      return (await store.get("bundle", "current"))?.bundle ?? null;
    },
    ...ownDataHandlers(background, report),
    ...recordingHandlers(background),

    "console.token": changing(async ({ store }, { token }) => {
      await setMeta(store, "consoleToken", token);
      return null;
    }),
    "console.session": async () => {
      const { store } = await background();
      const connection = await getMeta(store, "connection");
      const token = await getMeta(store, "consoleToken");
      return connection && token ? { server: connection.server, token } : null;
    },
  };
}
