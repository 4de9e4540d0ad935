import type { Reply } from "../message/protocol.ts";
import { createServer, type Sender } from "../message/server.ts";
import { RECORDED_KEY } from "../model/recorded-key.ts";
import { EVENT_KEY } from "../model/site-config.ts";
import { ensureAnswers } from "../store/answers.ts";
import { finishBundle } from "../store/apply-bundle.ts";
import { openAuthoring } from "../store/authoring/database.ts";
import { dropSparePictures } from "../store/authoring/pictures.ts";
import type { Ingested } from "../store/ingest.ts";
import { openDevice } from "../store/open.ts";
import { forgetOld } from "../store/retention.ts";
import type { Store } from "../store/schema.ts";
import { createAssets } from "./assets.ts";
import { createDrain } from "./drain.ts";
import { createDue } from "./due.ts";
import { createFeed } from "./feed.ts";
import { createFrames } from "./frames.ts";
import { createGuides } from "./guides.ts";
import { type Background, createHandlers } from "./handlers.ts";
import { createHowTos } from "./how-tos.ts";
import { learnManaged } from "./managed.ts";
import { createPictures } from "./pictures.ts";
import type { Platform } from "./platform.ts";
import { languagesOf } from "./recording/languages.ts";
import { createLook } from "./recording/look.ts";
import { createRecordings } from "./recording/recordings.ts";
import { dropSitesWithoutPermission, publishSites, restoreSites } from "./sites.ts";
import { createSync } from "./sync.ts";

export interface BackgroundEvents {
  serve(message: unknown, sender: Sender): Promise<Reply | undefined>;
  /** Something was written to `storage.local`; captured events are taken. */
  storageChanged(changes: Record<string, { newValue?: unknown }>): void;
  /** The alarm rang: look after the server. */
  sync(): void;
  /** The alarm for what time alone decides rang. */
  due(): void;
  /** The browser started, or the extension was installed or updated. */
  wake(): void;
  permissionsRemoved(): void;
  /** An administrator has set something else for this browser. */
  policyChanged(): void;
}

/**
 * The only writer of the database. Everything it knows comes from storage: a worker may be stopped between any two
 * lines and begins anew with the next event.
 */
export function createBackground(platform: Platform, databaseName?: string): BackgroundEvents {
  let parts: Promise<Background> | undefined;
  // A database that could not be opened, or that the browser closed, is opened again with the next event.
  const forget = () => {
    parts = undefined;
  };
  const open = () => {
    parts ??= assemble(platform, databaseName, forget).catch((error) => {
      forget();
      throw error;
    });
    return parts;
  };
  const later = (task: (parts: Background) => Promise<unknown>) => {
    open().then(task).catch(report);
  };

  return {
    serve: createServer(createHandlers(open, report), report),
    storageChanged(changes) {
      const wrote = (prefix: string) =>
        Object.entries(changes).some(
          ([key, { newValue }]) => key.startsWith(prefix) && newValue !== undefined,
        );
      if (wrote(EVENT_KEY)) later(({ drain }) => drain());
      if (wrote(RECORDED_KEY)) {
        later(async ({ recordings }) => {
          if (await recordings.drain()) platform.changed();
        });
      }
    },
    sync: () =>
      later(async ({ drain, sync, guides }) => {
        await drain();
        const pulled = await sync.pull();
        if ((await sync.accounts()) || pulled) await guides.refresh();
        await sync.push();
      }),
    due: () =>
      later(async ({ drain, due }) => {
        // What was done before the deadline may still wait to be stored.
        await drain();
        await due.look();
      }),
    wake: () =>
      later(async ({ platform, store, drain, sync, recordings }) => {
        await restoreSites(platform, store);
        await drain();
        await recordings.drain();
        await sync.pull();
        await sync.accounts();
        await sync.push();
      }),
    policyChanged: () => later(({ learnPolicy }) => learnPolicy()),
    permissionsRemoved: () =>
      later(({ platform, store }) => dropSitesWithoutPermission(platform, store)),
  };
}

async function assemble(
  platform: Platform,
  databaseName: string | undefined,
  onClose: () => void,
): Promise<Background> {
  const { store } = await openDevice(databaseName);
  store.addEventListener("close", onClose);
  const authoring = await openAuthoring(databaseName && `${databaseName}-authoring`);
  authoring.addEventListener("close", onClose);
  await ensureAnswers(store, { version: platform.version, now: platform.now() });
  const guides = createGuides(platform, store);
  const assets = createAssets(platform, store);
  const feed = createFeed(platform, store);
  const howTos = createHowTos(platform, store);
  const frames = createFrames(platform, store);
  const recordings = createRecordings(platform, authoring, () => languagesOf(store));
  const takePicture = createPictures(platform, authoring, report);
  const look = createLook(authoring, takePicture);
  dropSparePictures(authoring, platform.now()).catch(report);
  const learnPolicy = async () => {
    if (!(await learnManaged(platform, store))) return;
    await publishSites(platform, store);
    await guides.refresh();
    platform.changed();
  };
  const line = createSync(platform, store, {
    closeGuides: guides.closeAll,
    drain: () => drain(),
    learnPolicy,
  });
  // Nobody waits for pictures; one that is needed before it came is fetched when it is shown.
  const ahead = () => {
    assets.prefetch().catch(report);
    due.look().catch(report);
    feed.count().catch(report);
  };
  const due = createDue(platform, store, async (changes) => {
    platform.changed();
    if (changes.length > 0) await guides.ingested({ events: [], changes, identified: [] });
    else await guides.refresh();
    sync.push().catch(report);
  });
  const sync: typeof line = {
    ...line,
    pull: (force) => line.pull(force).finally(ahead),
    connect: (server, key) => line.connect(server, key).finally(ahead),
    disconnect: () => line.disconnect().finally(ahead),
  };
  const drain = createDrain(platform, store, async (ingested) => {
    platform.changed();
    // What follows from stored events must not keep others from being stored.
    await guides.ingested(ingested).catch(report);
    await howTos.ingested(ingested.events).catch(report);
    if (mayChangeFeed(ingested)) await feed.count().catch(report);
    await due.look().catch(report);
    sync.push().catch(report);
    if (ingested.identified.length > 0) {
      sync
        .accounts()
        .then((news) => (news ? Promise.all([guides.refresh(), feed.count()]) : undefined), report);
    }
  });
  learnPolicy().catch(report);
  due.look().catch(report);
  forgetOld(store, platform.now()).catch(report);
  resumeBundle(platform, store)
    .then((news) => (news ? guides.refresh().finally(ahead) : undefined))
    .catch(report);
  return {
    platform,
    store,
    sync,
    guides,
    assets,
    frames,
    feed,
    howTos,
    due,
    recordings,
    look,
    takePicture,
    drain,
    learnPolicy,
  };
}

/** Goes on with a bundle that was on its way into force when the worker ended; whether there was one. */
async function resumeBundle(platform: Platform, store: Store): Promise<boolean> {
  const context = { version: platform.version, now: platform.now(), onProgress: platform.changed };
  if ((await finishBundle(store, context)) === null) return false;
  await publishSites(platform, store);
  platform.changed();
  return true;
}

function mayChangeFeed({ events, changes, identified }: Ingested): boolean {
  return changes.length + identified.length > 0 || events.some(({ kind }) => kind === "guide");
}

function report(error: unknown): void {
  console.error("waymark:", error);
}
