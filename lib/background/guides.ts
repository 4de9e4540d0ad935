import { decide } from "../decide/decide.ts";
import type { LibraryEntry, Outputs, PlayOrder, Watch } from "../message/protocol.ts";
import { UserError } from "../message/server.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Ingested } from "../store/ingest.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { releaseClaim, takeClaim } from "./claims.ts";
import { readFacts } from "./facts.ts";
import { libraryOf } from "./library.ts";
import { orderFor } from "./order.ts";
import { capture } from "./own-events.ts";
import type { Place } from "./place.ts";
import type { Platform } from "./platform.ts";
import { lastPerson, personAt } from "./status.ts";

export interface Guides {
  /** A page shows an address: goes on with the run that belongs there, and says what to watch for. */
  arrive(place: Place): Promise<Watch[]>;
  claim(guide: string, place: Place): Promise<Outputs["guide.claim"]>;
  /** What the overlay in this tab should play. */
  order(place: Place): Promise<PlayOrder | null>;
  /** Tells every page anew what to watch for. */
  refresh(): Promise<void>;
  ingested(ingested: Ingested): Promise<void>;
  library(tab: number): Promise<LibraryEntry[]>;
  /** The person asked for it: it goes on where it stood, or begins. */
  start(guide: string, tab: number): Promise<void>;
  stop(guide: string): Promise<void>;
  /**
   * Takes every overlay away without a trace: what it would report is being deleted. Nothing starts by itself
   * again before the person goes to another page.
   */
  closeAll(): Promise<void>;
}

const ENDS = new Set(["completed", "dismissed", "target_missing"]);

/** Which guide plays where. The state of a run is in its events; see lib/store/runs.ts. */
export function createGuides(platform: Platform, store: Store): Guides {
  const bundleNow = async () => (await store.get("bundle", "current"))?.bundle;
  const isConnected = async ({ origin }: URL) =>
    ((await getMeta(store, "sites")) ?? []).includes(origin);

  const runningOf = async (person: string) =>
    (await store.getAll("runs", IDBKeyRange.bound([person], [person, []]))).filter(
      ({ status }) => status === "running",
    );

  const watchesAt = async (bundle: Bundle, url: URL): Promise<Watch[]> => {
    const facts = await readFacts(store, bundle, url, platform.now());
    return bundle.guides
      .map(({ body }) => decide(body, facts))
      .filter(({ due }) => due)
      .map(({ guide, watch }) => ({ guide, when: watch }));
  };

  /** A run whose tab was loaded anew, or whose tab is gone, goes on in this one. */
  const resume = async ({ tab, url, document }: Place): Promise<boolean> => {
    const claim = await getMeta(store, "claim");
    if (!claim) return false;
    const running = await runningOf(await personAt(store, url.host));
    if (!running.some(({ guide }) => guide === claim.guide)) return false;
    if (claim.tab !== tab && (await platform.tabs.url(claim.tab)) !== undefined) return false;
    if (claim.tab === tab && document !== undefined && claim.document === document) return true;
    const mine = { ...claim, tab, document, at: platform.now() };
    if (!(await takeClaim(store, mine, { force: true, isRunning: () => false }))) return false;
    await platform.scripts.injectOverlay(tab);
    return true;
  };

  const refresh = async () => {
    const bundle = await bundleNow();
    if (!bundle) return;
    const tabs = await platform.tabs.ofSites((await getMeta(store, "sites")) ?? []);
    await Promise.all(
      tabs.map(async ({ id, url }) => {
        const watch = await watchesAt(bundle, new URL(url));
        await platform.tabs.tell(id, { name: "watch", watch });
      }),
    );
  };

  const stop = async (guide: string) => {
    const claim = await getMeta(store, "claim");
    const alive = claim?.guide === guide && (await platform.tabs.url(claim.tab)) !== undefined;
    if (alive) return platform.tabs.tell(claim.tab, { name: "overlay.stop", guide });
    const run = (await runningOf(await lastPerson(store))).find((one) => one.guide === guide);
    if (!run) return;
    // Its page is gone and cannot say so itself.
    await capture(platform, store, {
      kind: "guide",
      action: "dismissed",
      guide,
      version: run.version,
      host: "",
      path: "",
      reason: "stopped from the extension",
      ...(run.step !== null && { step: run.step }),
    });
  };

  return {
    refresh,
    stop,
    async arrive(place) {
      const bundle = await bundleNow();
      if (!bundle || !(await isConnected(place.url))) return [];
      if (await resume(place)) return [];
      return watchesAt(bundle, place.url);
    },

    async claim(guide, { tab, url, document }) {
      const bundle = await bundleNow();
      const body = bundle?.guides.find((published) => published.body.id === guide)?.body;
      if (!bundle || !body || !(await isConnected(url))) {
        return { granted: false, reason: "not published for this site" };
      }
      const facts = await readFacts(store, bundle, url, platform.now());
      const { due, stoppedBy } = decide(body, facts);
      if (!due) return { granted: false, reason: stoppedBy?.check ?? "not due" };
      const claim = { guide, tab, document, startedBy: "auto" as const, at: platform.now() };
      const isRunning = (other: string) => facts.runs.get(other)?.status === "running";
      if (!(await takeClaim(store, claim, { force: false, isRunning }))) {
        return { granted: false, reason: "running" };
      }
      await platform.scripts.injectOverlay(tab);
      return { granted: true, reason: "due" };
    },

    order: (place) => orderFor(platform, store, place),

    async ingested({ events, changes, identified }) {
      const ended = events.filter((event) => event.kind === "guide" && ENDS.has(event.action));
      const claim = await getMeta(store, "claim");
      for (const event of ended) {
        if (event.kind === "guide") await releaseClaim(store, event.guide);
      }
      const uses = events.flatMap((event) => (event.kind === "feature" ? [event.feature] : []));
      if (claim && (uses.length > 0 || changes.length > 0)) {
        const used: Record<string, number> = {};
        for (const feature of uses) used[feature] = (used[feature] ?? 0) + 1;
        const signals = changes.flatMap(({ value }) => (value.value ? [value.signal] : []));
        await platform.tabs.tell(claim.tab, { name: "ingested", used, signals });
      }
      if (uses.length + ended.length + changes.length + identified.length > 0) await refresh();
    },

    async library(tab) {
      const bundle = await bundleNow();
      const url = await platform.tabs.url(tab);
      if (!bundle || url === undefined) return [];
      const address = new URL(url);
      if (!(await isConnected(address))) return [];
      return libraryOf(store, bundle, await readFacts(store, bundle, address, platform.now()));
    },

    async start(guide, tab) {
      const bundle = await bundleNow();
      const body = bundle?.guides.find((published) => published.body.id === guide)?.body;
      const url = await platform.tabs.url(tab);
      if (!bundle || !body) throw new UserError("This guide is no longer published.");
      if (url === undefined || !(await isConnected(new URL(url)))) {
        throw new UserError("This site is not connected. Connect it in the options first.");
      }
      const facts = await readFacts(store, bundle, new URL(url), platform.now());
      const { due, stoppedBy } = decide(body, facts, "manual");
      if (!due) throw new UserError(`This guide cannot run here: ${stoppedBy?.check}.`);
      for (const run of await runningOf(facts.person))
        if (run.guide !== guide) await stop(run.guide);
      const at = platform.now();
      const claim = { guide, tab, document: undefined, startedBy: "manual" as const, at };
      await takeClaim(store, claim, { force: true, isRunning: () => false });
      await platform.scripts.injectOverlay(tab);
    },

    async closeAll() {
      const tabs = await platform.tabs.ofSites((await getMeta(store, "sites")) ?? []);
      for (const { id } of tabs) {
        await platform.tabs.tell(id, { name: "watch", watch: [] });
        await platform.tabs.tell(id, { name: "overlay.close" });
      }
    },
  };
}
