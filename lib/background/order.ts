import type { PlayOrder } from "../message/protocol.ts";
import { sizesOf } from "../model/asset.ts";
import { isListed } from "../model/budget-class.ts";
import type { Bundle } from "../model/bundle.ts";
import type { StoredEvent } from "../model/event.ts";
import type { Guide } from "../model/guide.ts";
import { countUses, eventsOf } from "../store/history.ts";
import { type Claim, type Device, getMeta } from "../store/meta.ts";
import { personOf } from "../store/person.ts";
import type { RunRecord, Store } from "../store/schema.ts";
import { accentOf } from "../tour/accent.ts";
import { fillIn } from "../tour/fill-in.ts";
import { labelsFor } from "../tour/labels.ts";
import { goesOnAt } from "../tour/resume.ts";
import { itemsDone } from "./checklists.ts";
import { settleClaims } from "./claims.ts";
import { readFacts, trueSignals } from "./facts.ts";
import { knownAt } from "./known.ts";
import type { Place } from "./place.ts";
import type { Platform } from "./platform.ts";
import { forPage } from "./pointing.ts";
import { leadsOn, withPossible } from "./possible.ts";
import { personAt } from "./status.ts";

/** What the overlay in this tab should play: the guides that were granted, each from where its run stands. */
export async function ordersFor(
  platform: Platform,
  store: Store,
  { tab, url, document }: Place,
): Promise<PlayOrder[]> {
  const bundle = (await store.get("bundle", "current"))?.bundle;
  const claims = await settleClaims(store, tab, document);
  if (!bundle) return [];
  const person = await personAt(store, url.host);
  const orders = claims.map((claim) => orderOf(platform, store, bundle, claim, person, url));
  return (await Promise.all(orders)).filter((order) => order !== null);
}

async function orderOf(
  platform: Platform,
  store: Store,
  bundle: Bundle,
  claim: Claim,
  person: string,
  url: URL,
): Promise<PlayOrder | null> {
  const published = bundle.guides.find((one) => one.body.id === claim.guide);
  const body = published && forPage(published.body, claim, platform.now());
  const first = body?.steps[0];
  if (!published || !body || !first) return null;
  // How far somebody is with a how-to is the side panel's business.
  const run = isListed(body) ? undefined : await store.get("runs", [person, claim.guide]);
  const goesOn = run?.status === "running";
  const left = goesOn || run?.status === "snoozed" ? run : undefined;
  const atStep = left && goesOnAt(body, left.updatedAt, platform.now()) === "step";
  const looksBack = body.kind === "checklist" || leadsOn(body);
  const facts = looksBack ? await readFacts(store, bundle, url, platform.now()) : undefined;
  const possible = facts ? withPossible(body, bundle, facts) : body;
  return {
    guide: fillIn(themed(possible, bundle), await knownAt(store, url.host)),
    version: published.version,
    step: (atStep && left.step) || first.id,
    before: {
      done: left?.done ?? [],
      left: atStep && left.stepDone ? { answer: await answerTo(store, left) } : null,
    },
    items: facts ? itemsDone(body, facts) : [],
    startedBy: goesOn ? "resume" : claim.startedBy,
    locales: [...platform.locales],
    labels: labelsFor(platform.locales),
    used: goesOn ? await usesSince(store, person, run.stepSince) : {},
    signals: await trueSignals(store, bundle, person),
    accent: accentOf(themed(body, bundle)),
    pictures: sizesOf(body, bundle.assets ?? []),
  };
}

/** What a guide leaves open its workspace says. */
function themed(guide: Guide, { theme }: Bundle): Guide {
  return theme ? { ...guide, theme: { ...theme, ...guide.theme } } : guide;
}

/** The answer with which a run left its step. */
async function answerTo(store: Store, { person, guide, step, stepSince }: RunRecord) {
  const events = await eventsSince(store, person, stepSince);
  const said = events.findLast(
    (event) =>
      event.kind === "guide" && event.guide === guide && event.step === step && event.answer,
  );
  return said?.kind === "guide" ? (said.answer ?? null) : null;
}

/** Uses by feature from `since` (epoch ms) on. */
async function usesSince(
  store: Store,
  person: string,
  since: number,
): Promise<Record<string, number>> {
  return countUses(await eventsSince(store, person, since));
}

async function eventsSince(store: Store, person: string, since: number): Promise<StoredEvent[]> {
  const device = (await getMeta(store, "device")) as Device;
  const chunks = store.transaction("chunks").store;
  const events = await eventsOf(chunks, person, (one) => personOf(one, device));
  return events.filter(({ ts }) => ts >= since);
}
