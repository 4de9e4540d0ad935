import type { PlayOrder } from "../message/protocol.ts";
import { sizesOf } from "../model/asset.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Guide } from "../model/guide.ts";
import { countUses, eventsOf } from "../store/history.ts";
import { type Claim, type Device, getMeta } from "../store/meta.ts";
import { personOf } from "../store/person.ts";
import type { RunRecord, Store } from "../store/schema.ts";
import { fillIn, type Known } from "../tour/fill-in.ts";
import { settleClaims } from "./claims.ts";
import { trueSignals } from "./facts.ts";
import { whoAt } from "./own-account.ts";
import type { Place } from "./place.ts";
import type { Platform } from "./platform.ts";
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
  const orders = claims.map((claim) => orderOf(platform, store, bundle, claim, person, url.host));
  return (await Promise.all(orders)).filter((order) => order !== null);
}

async function orderOf(
  platform: Platform,
  store: Store,
  bundle: Bundle,
  claim: Claim,
  person: string,
  host: string,
): Promise<PlayOrder | null> {
  const published = bundle.guides.find(({ body }) => body.id === claim.guide);
  const first = published?.body.steps[0];
  if (!published || !first) return null;
  const run = await store.get("runs", [person, claim.guide]);
  const goesOn = run?.status === "running";
  const left = goesOn || run?.status === "snoozed" ? stepOf(published.body, run) : undefined;
  const { body, version } = published;
  return {
    guide: fillIn(body, await knownAt(store, host)),
    version,
    step: left ?? first.id,
    startedBy: goesOn ? "resume" : claim.startedBy,
    locales: [...platform.locales],
    used: goesOn ? await usesSince(store, person, run.stepSince) : {},
    signals: await trueSignals(store, bundle, person),
    pictures: sizesOf(body, bundle.assets ?? []),
  };
}

async function knownAt(store: Store, host: string): Promise<Known> {
  const { traits, accountTraits } = await whoAt(store, host);
  return { user: traits, account: accountTraits };
}

/** Where a run goes on: at its step, or at the next when that one was done as the page went away. */
function stepOf({ steps }: Guide, { step, stepDone }: RunRecord): string | undefined {
  const at = steps.findIndex(({ id }) => id === step);
  return steps[stepDone ? Math.min(at + 1, steps.length - 1) : at]?.id;
}

/** Uses by feature from `since` (epoch ms) on. */
async function usesSince(
  store: Store,
  person: string,
  since: number,
): Promise<Record<string, number>> {
  const device = (await getMeta(store, "device")) as Device;
  const chunks = store.transaction("chunks").store;
  const events = await eventsOf(chunks, person, (one) => personOf(one, device));
  return countUses(events.filter(({ ts }) => ts >= since));
}
