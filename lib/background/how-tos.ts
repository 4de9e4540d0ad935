import { decide } from "../decide/decide.ts";
import type { HowToEntry } from "../message/protocol.ts";
import { UserError } from "../message/server.ts";
import { sizesOf } from "../model/asset.ts";
import type { GuideAction, StoredEvent } from "../model/event.ts";
import type { Guide } from "../model/guide.ts";
import type { Claim } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { fillIn } from "../tour/fill-in.ts";
import { type AtTab, lookAtTab } from "./at-tab.ts";
import { moveClaim, readClaims, releaseClaim, takeClaim } from "./claims.ts";
import { mayKeep, NOT_ALLOWED } from "./consent.ts";
import { knownAt } from "./known.ts";
import { fitsPage } from "./library.ts";
import { capture } from "./own-events.ts";
import type { Place } from "./place.ts";
import type { Platform } from "./platform.ts";
import { isAwaited } from "./pointing.ts";
import { whereToBegin } from "./where.ts";

/** How-tos: L5 to L9 of docs/spec/library.md. */
export interface HowTos {
  list(tab: number): Promise<HowToEntry[]>;
  /** As it was published: with its variables, not with what is known about the person. */
  published(guide: string, tab: number): Promise<Guide>;
  /** Points at a step's element in the page of that tab, in place of another step of the same how-to. */
  point(guide: string, step: string, tab: number): Promise<void>;
  /** Nothing of a how-to is pointed at any more, whatever the page says. */
  stop(guide: string, tab: number): Promise<void>;
  tick(guide: string, step: string, tab: number): Promise<void>;
  restart(guide: string, tab: number): Promise<void>;
  /** The person opened it to read. */
  read(guide: string, tab: number): Promise<void>;
  rate(guide: string, helpful: boolean, tab: number): Promise<void>;
  /** A page was loaded in a tab: what was pointed at in the one before is looked for in this one. */
  arrive(place: Place): Promise<void>;
  /** Notes what pages said of what they were to point at. */
  ingested(events: readonly StoredEvent[]): Promise<void>;
}

export function createHowTos(platform: Platform, store: Store): HowTos {
  const runOf = (person: string, guide: string) => store.get("runs", [person, guide]);

  /** The how-to, and a way to tell of it what happened, as of any other guide. */
  const find = async (guide: string, tab: number) => {
    const at = await lookAtTab(platform, store, tab);
    const published = at && howTosFor(at).find(({ body }) => body.id === guide);
    if (!published) throw new UserError("This how-to is not for this page any more.");
    const { body, version } = published;
    const what = { kind: "guide", guide, version, host: at.url.host, path: "" } as const;
    const tell = (action: GuideAction, step = body.steps[0]?.id) =>
      capture(platform, store, { ...what, action, ...(step !== undefined && { step }) });
    if (!at.facts.runs.has(guide)) await tell("started");
    return { at, body, tell };
  };

  const note = async (claim: Claim, state: "shown" | "missing") => {
    if (!claim.point || claim.point.state === state) return;
    await moveClaim(store, claim, { ...claim, point: { ...claim.point, state } });
  };

  return {
    async list(tab) {
      const at = await lookAtTab(platform, store, tab);
      if (!at) return [];
      const { bundle, facts, url } = at;
      const known = await knownAt(store, url.host);
      const claims = await readClaims(store);
      const entries = howTosFor(at).map(async ({ body, version }): Promise<HowToEntry> => {
        const run = await runOf(facts.person, body.id);
        const rated = run?.rated?.version === version ? run.rated.helpful : null;
        const claim = claims.find((held) => held.guide === body.id && held.tab === tab);
        return {
          guide: body.id,
          name: body.name,
          category: body.category ?? null,
          usedAt: run?.updatedAt ?? null,
          helpful: rated,
          fitsPage: fitsPage(body, facts),
          where: whereToBegin(body),
          steps: fillIn(body, known).steps.map((step) => ({
            id: step.id,
            title: step.title,
            body: step.body,
            points: step.anchor !== undefined,
            done: run?.done?.includes(step.id) ?? false,
          })),
          pictures: sizesOf(body, bundle.assets ?? []),
          pointing: claim?.point ?? null,
        };
      });
      return (await Promise.all(entries)).sort((a, b) => Number(b.fitsPage) - Number(a.fitsPage));
    },

    async published(guide, tab) {
      const at = await lookAtTab(platform, store, tab);
      const published = at && howTosFor(at).find(({ body }) => body.id === guide);
      if (!published) throw new UserError("This how-to is not for this page any more.");
      return published.body;
    },

    async point(guide, step, tab) {
      const { at, body } = await find(guide, tab);
      if (!(await mayKeep(platform, store, at.url.host))) throw new UserError(NOT_ALLOWED);
      if (!body.steps.some(({ id, anchor }) => id === step && anchor)) {
        throw new UserError("This step points at nothing.");
      }
      const claim: Claim = {
        guide,
        tab,
        document: undefined,
        startedBy: "manual",
        at: platform.now(),
        point: { step, state: "looking" },
      };
      await takeClaim(store, claim, { beside: true, force: true, isRunning: () => false });
      await platform.scripts.injectOverlay(tab);
    },

    async stop(guide, tab) {
      await platform.tabs.tell(tab, { name: "overlay.stop", guide });
      await releaseClaim(store, guide);
    },

    async tick(guide, step, tab) {
      const { body, tell } = await find(guide, tab);
      if (body.steps.some(({ id }) => id === step)) await tell("step_completed", step);
    },

    async restart(guide, tab) {
      const { at, tell } = await find(guide, tab);
      // A beginning after a pause would go on where it was left.
      if (at.facts.runs.get(guide)?.status === "snoozed") await tell("step_shown");
      await tell("started");
    },

    read: async (guide, tab) => void (await find(guide, tab)),

    async rate(guide, helpful, tab) {
      const { at, tell } = await find(guide, tab);
      if (!(await mayKeep(platform, store, at.url.host))) throw new UserError(NOT_ALLOWED);
      await tell(helpful ? "rated_helpful" : "rated_unhelpful");
    },

    async arrive({ tab, document }) {
      let inject = false;
      for (const claim of await readClaims(store)) {
        const { point } = claim;
        const here = document !== undefined && claim.document === document;
        if (!point || claim.tab !== tab || here) continue;
        if (!isAwaited(claim, platform.now())) {
          await releaseClaim(store, claim.guide);
          continue;
        }
        const moved = { ...claim, document, point: { ...point, state: "looking" as const } };
        inject = (await moveClaim(store, claim, moved)) || inject;
      }
      if (inject) await platform.scripts.injectOverlay(tab);
    },

    async ingested(events) {
      const bundle = (await store.get("bundle", "current"))?.bundle;
      const device = await store.get("meta", "device");
      for (const event of events) {
        if (event.kind !== "guide") continue;
        const body = bundle?.guides.find((published) => published.body.id === event.guide)?.body;
        if (body?.kind !== "how-to") continue;
        const claim = (await readClaims(store)).find((held) => held.guide === event.guide);
        if (claim && event.step === claim.point?.step) {
          if (event.action === "step_shown") await note(claim, "shown");
          if (event.action === "target_missing") await note(claim, "missing");
        }
        if (event.action !== "step_completed") continue;
        const owner = event.user ?? (device?.value as { id: string }).id;
        const done = (await runOf(owner, event.guide))?.done ?? [];
        if (!body.steps.every(({ id }) => done.includes(id))) continue;
        const { guide, version, host, step } = event;
        const what = { kind: "guide", guide, version, host, path: "" } as const;
        await capture(platform, store, { ...what, action: "completed", ...(step && { step }) });
      }
    },
  };
}

/** Those that are for this person now. */
function howTosFor({ bundle, facts }: AtTab) {
  return bundle.guides.filter(
    ({ body }) => body.kind === "how-to" && decide(body, facts, "manual").due,
  );
}
