import { withElsewhere } from "../decide/elsewhere.ts";
import type { Facts } from "../decide/facts.ts";
import { advanceSession } from "../decide/session.ts";
import { playsBeside } from "../model/budget-class.ts";
import type { Bundle } from "../model/bundle.ts";
import { createAnswers } from "../signal/answers.ts";
import { holds } from "../signal/holds.ts";
import { type Device, getMeta } from "../store/meta.ts";
import { missesNow } from "../store/misses.ts";
import type { Store } from "../store/schema.ts";
import { whoAt } from "./own-account.ts";
import { personAt } from "./status.ts";

export interface PersonFacts extends Facts {
  person: string;
  /** Experiments of whose holdout they were already told to the server. */
  heldBack: ReadonlySet<string>;
}

/** What is known about the person at this address, for deciding about the guides of `bundle`. */
export async function readFacts(
  store: Store,
  bundle: Bundle,
  url: URL,
  now: number,
): Promise<PersonFacts> {
  const device = (await getMeta(store, "device")) as Device;
  const person = await personAt(store, url.host);
  const { user, account, traits, accountTraits, elsewhere } = await whoAt(store, url.host);
  const session = await getMeta(store, "session");
  const mine = IDBKeyRange.bound([person], [person, []]);
  const [runs, showings, exposures] = await Promise.all([
    store.getAll("runs", mine),
    store.getAll("showings", mine),
    store.getAll("exposures", mine),
  ]);
  const matchers = await store.getAll("matchers", mine);
  const states = new Map(matchers.map(({ signal, state }) => [signal, state]));
  const ambient = new Set(
    bundle.guides.filter(({ body }) => playsBeside(body)).map(({ body }) => body.id),
  );
  const byGuide = new Map(
    runs.map((run) => {
      const { guide, status, updatedAt, startedAt, completedBefore } = run;
      const misses = missesNow(run, bundle);
      return [guide, { status, updatedAt, startedAt, completedBefore, misses }];
    }),
  );
  return {
    ...createAnswers((id) => states.get(id), now),
    person,
    heldBack: new Set(
      exposures.flatMap(({ arm, experiment }) => (arm === "holdout" ? [experiment] : [])),
    ),
    now,
    // Each look at a part of a URL parses it again.
    address: { host: url.host, pathname: url.pathname, search: url.search, hash: url.hash },
    signals: new Set(await trueSignals(store, bundle, person)),
    who: { device: device.id, user, account },
    user: traits,
    account: accountTraits,
    segments: new Map(bundle.segments.map(({ body }) => [body.id, body])),
    experiments: new Map(bundle.experiments.map(({ body }) => [body.id, body])),
    ambient,
    paused: new Map(
      bundle.guides.flatMap(({ body, pausedAt }) =>
        pausedAt === undefined ? [] : [[body.id, pausedAt] as const],
      ),
    ),
    ...withElsewhere({ runs: byGuide, ledger: showings, ambient }, elsewhere),
    // A visit without any event yet may be a new session already.
    sessionStart: advanceSession(session?.person === person ? session : undefined, now).startedAt,
    newcomer: null,
    busy: null,
  };
}

/** Signals of the bundle that hold for a person. */
export async function trueSignals(store: Store, bundle: Bundle, person: string): Promise<string[]> {
  const records = await store.getAll("signals", IDBKeyRange.bound([person], [person, []]));
  const versions = new Map(bundle.signals.map(({ version, body }) => [body.id, version]));
  return records.flatMap(({ signal, value }) =>
    versions.get(signal) === value.version && holds(value) ? [signal] : [],
  );
}
