import { isAlive } from "../decide/budget.ts";
import { decide } from "../decide/decide.ts";
import { byPriority } from "../decide/priority.ts";
import type { LibraryEntry, Outputs, PlayOrder, Watch } from "../message/protocol.ts";
import { UserError } from "../message/server.ts";
import { isListed, playsBeside } from "../model/budget-class.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Busy } from "../model/busy.ts";
import type { StoredEvent } from "../model/event.ts";
import { holds } from "../signal/holds.ts";
import { countUses } from "../store/history.ts";
import type { Ingested } from "../store/ingest.ts";
import { getMeta } from "../store/meta.ts";
import { runningRuns } from "../store/runs.ts";
import type { RunRecord, Store } from "../store/schema.ts";
import { tellChecklists } from "./checklists.ts";
import { readClaims, releaseClaim, takeClaim } from "./claims.ts";
import { mayKeep, NOT_ALLOWED } from "./consent.ts";
import { exposeHeld, refusal } from "./expose.ts";
import { readFacts } from "./facts.ts";
import { libraryOf } from "./library.ts";
import { newcomerAt, noteNewcomer } from "./newcomers.ts";
import { ordersFor } from "./order.ts";
import { capture } from "./own-events.ts";
import type { Place } from "./place.ts";
import type { Platform } from "./platform.ts";
import { resumeRuns } from "./resume.ts";
import { lastPerson } from "./status.ts";

export interface Guides {
  /** A page shows an address: goes on with the run that belongs there, and says what to watch for. */
  arrive(place: Place): Promise<Watch[]>;
  claim(guide: string, place: Place, busy?: Busy | null): Promise<Outputs["guide.claim"]>;
  /** What the overlay in this tab should play. */
  orders(place: Place): Promise<PlayOrder[]>;
  /** Tells every page anew what to watch for. */
  refresh(): Promise<void>;
  ingested(ingested: Ingested): Promise<void>;
  library(tab: number): Promise<LibraryEntry[]>;
  /** The person asked for it: it goes on where it stood, or begins. */
  start(guide: string, tab: number): Promise<void>;
  stop(guide: string): Promise<void>;
  /**
   * Takes every overlay away without a trace: what it would report is being deleted, or nobody's business any more.
   * Nothing starts by itself again before something is done.
   */
  closeAll(): Promise<void>;
}

const ENDS = new Set(["snoozed", "completed", "dismissed"]);

/** A step whose target is missing may still wait for it, in this page or the next. */
function endsRun(event: StoredEvent): boolean {
  if (event.kind !== "guide") return false;
  const { action, reason } = event;
  return ENDS.has(action) || (action === "target_missing" && reason?.startsWith("end") === true);
}

/** Which guide plays where. The state of a run is in its events; see lib/store/runs.ts. */
export function createGuides(platform: Platform, store: Store): Guides {
  const bundleNow = async () => (await store.get("bundle", "current"))?.bundle;
  const isConnected = async ({ origin }: URL) =>
    ((await getMeta(store, "sites")) ?? []).includes(origin);

  /** Guides that play need a memory: of how far somebody is, and that they were closed. */
  const mayPlay = async (url: URL) =>
    (await isConnected(url)) && (await mayKeep(platform, store, url.host));

  const guideIn = (bundle: Bundle | undefined, guide: string) =>
    bundle?.guides.find(({ body }) => body.id === guide)?.body;

  const watchesAt = async (bundle: Bundle, url: URL): Promise<Watch[]> => {
    const facts = await readFacts(store, bundle, url, platform.now());
    return bundle.guides
      .toSorted((a, b) => byPriority(a.body, b.body))
      .map(({ body }) => ({ ...decide(body, facts), experiment: body.experiment ?? "" }))
      .filter(({ due, held, experiment }) => due || (held && !facts.heldBack.has(experiment)))
      .map(({ guide, watch }) => ({ guide, when: watch }));
  };

  const refresh = async () => {
    const bundle = await bundleNow();
    const tabs = await platform.tabs.ofSites((await getMeta(store, "sites")) ?? []);
    await Promise.all(
      tabs.map(async ({ id, url }) => {
        const address = new URL(url);
        const watch = bundle && (await mayPlay(address)) ? await watchesAt(bundle, address) : [];
        await platform.tabs.tell(id, { name: "watch", watch });
      }),
    );
  };

  const stop = async (guide: string, known?: RunRecord) => {
    const claim = (await readClaims(store)).find((held) => held.guide === guide);
    const alive = claim && (await platform.tabs.url(claim.tab)) !== undefined;
    if (alive) return platform.tabs.tell(claim.tab, { name: "overlay.stop", guide });
    const runs = known ? [known] : await runningRuns(store, await lastPerson(store));
    const run = runs.find((one) => one.guide === guide);
    if (!run) return;
    // Its page is gone and cannot say so itself.
    await capture(platform, store, {
      kind: "guide",
      action: "dismissed",
      guide,
      version: run.version,
      host: run.host,
      path: "",
      reason: "stopped from the extension",
      ...(run.step !== null && { step: run.step }),
    });
  };

  return {
    refresh,
    stop: (guide) => stop(guide),
    async arrive(place) {
      const bundle = await bundleNow();
      if (!bundle || !(await mayPlay(place.url))) return [];
      if (await resumeRuns(platform, store, bundle, place)) return [];
      return watchesAt(bundle, place.url);
    },

    async claim(guide, { tab, url, document }, busy = null) {
      const bundle = await bundleNow();
      const body = guideIn(bundle, guide);
      if (!bundle || !body || !(await isConnected(url))) {
        return { granted: false, reason: "not published for this site" };
      }
      if (!(await mayPlay(url))) return { granted: false, reason: "consent" };
      const facts = await readFacts(store, bundle, url, platform.now());
      const place = { tab, url, document };
      const newcomer = await newcomerAt(store, place);
      const { due, held, trace } = decide(body, { ...facts, busy, newcomer });
      if (held) await exposeHeld(platform, store, bundle, body, facts);
      if (!due) return { granted: false, reason: refusal(trace) };
      const claim = { guide, tab, document, startedBy: "auto" as const, at: platform.now() };
      const isRunning = (other: string) => {
        const run = facts.runs.get(other);
        return run !== undefined && isAlive(run, facts.now);
      };
      const how = { beside: playsBeside(body), force: false, isRunning };
      if (!(await takeClaim(store, claim, how))) return { granted: false, reason: "running" };
      if (playsBeside(body) && !facts.runs.has(guide))
        await noteNewcomer(store, guide, place, claim.at);
      await platform.scripts.injectOverlay(tab);
      return { granted: true, reason: "due" };
    },

    async orders(place) {
      return (await mayPlay(place.url)) ? ordersFor(platform, store, place) : [];
    },

    async ingested({ events, changes, identified }) {
      const ended = events.filter(endsRun);
      const claims = await readClaims(store);
      for (const event of ended) {
        if (event.kind === "guide") await releaseClaim(store, event.guide);
      }
      const used = countUses(events);
      const uses = Object.keys(used);
      if (uses.length > 0 || changes.length > 0) {
        const signals = changes.flatMap(({ value }) => (holds(value) ? [value.signal] : []));
        for (const tab of new Set(claims.map((claim) => claim.tab))) {
          await platform.tabs.tell(tab, { name: "ingested", used, signals });
        }
      }
      if (uses.length + ended.length + changes.length + identified.length === 0) return;
      const bundle = await bundleNow();
      if (bundle) await tellChecklists(platform, store, bundle, claims);
      await refresh();
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
      const body = guideIn(bundle, guide);
      const url = await platform.tabs.url(tab);
      if (!bundle || !body || isListed(body)) {
        throw new UserError("This guide is no longer published.");
      }
      if (url === undefined || !(await isConnected(new URL(url)))) {
        throw new UserError("This site is not connected. Connect it in the options first.");
      }
      if (!(await mayPlay(new URL(url)))) throw new UserError(NOT_ALLOWED);
      const facts = await readFacts(store, bundle, new URL(url), platform.now());
      const { due, stoppedBy } = decide(body, facts, "manual");
      if (!due) throw new UserError(`This guide cannot run here: ${stoppedBy?.check}.`);
      const beside = playsBeside(body);
      for (const run of beside ? [] : await runningRuns(store, facts.person)) {
        const other = guideIn(bundle, run.guide);
        if (run.guide !== guide && !(other && playsBeside(other))) await stop(run.guide, run);
      }
      const at = platform.now();
      const claim = { guide, tab, document: undefined, startedBy: "manual" as const, at };
      await takeClaim(store, claim, { beside, force: true, isRunning: () => false });
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
