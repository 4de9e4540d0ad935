import type { Bundle } from "../model/bundle.ts";
import type { SignalDefinition } from "../model/signal.ts";
import type { DayUse } from "../signal/day.ts";
import type { SignalFacts } from "../signal/read.ts";
import type { SignalState } from "../signal/state.ts";
import { readMeta } from "./meta.ts";
import type { DailyUse, ExposureRecord, MatcherRecord, MetaRecord } from "./schema.ts";

interface Reader<T> {
  getAll(query: IDBKeyRange): Promise<T[]>;
}

/** What is read of the database; a transaction over these stores, or over more. */
export interface FactStores {
  objectStore(name: "daily"): Reader<DailyUse>;
  objectStore(name: "matchers"): Reader<MatcherRecord>;
  objectStore(name: "exposures"): Reader<ExposureRecord>;
  objectStore(name: "meta"): { get(key: string): Promise<MetaRecord | undefined> };
}

export const FACT_STORES = ["daily", "matchers", "exposures", "meta"] as const;

type Facts = Omit<SignalFacts, "friction">;

/** Reads what signals of people are worked out from, each thing once, and no more than a signal needs. */
export function createFactReader(
  stores: FactStores,
  bundle: Pick<Bundle, "features">,
  now: number,
) {
  const features = bundle.features.map(({ body }) => body);
  const once = remembering();
  const theirs = (person: string) => IDBKeyRange.bound([person], [person, []]);

  const daysOf = (person: string, definition: SignalDefinition): Promise<DayUse[]> => {
    const daily = stores.objectStore("daily");
    switch (definition.kind) {
      case "adoption": {
        const range = [person, definition.feature];
        return daily.getAll(IDBKeyRange.bound(range, [...range, []]));
      }
      case "frustration":
      case "outcome":
        return Promise.resolve([]);
      default:
        return once(`days ${person}`, () => daily.getAll(theirs(person)));
    }
  };
  const statesOf = (person: string) =>
    once(`states ${person}`, async () => {
      const records = await stores.objectStore("matchers").getAll(theirs(person));
      return new Map(records.map(({ signal, state }) => [signal, state]));
    });
  const exposuresOf = (person: string) =>
    once(`exposures ${person}`, () => stores.objectStore("exposures").getAll(theirs(person)));
  const planOf = (person: string) =>
    once(`plan ${person}`, async () => {
      const accounts = await readMeta(stores.objectStore("meta"), "accounts");
      const known = Object.values(accounts ?? {}).find(({ user }) => user === person);
      const plan = known?.attributes.plan;
      return typeof plan === "string" ? plan : null;
    });

  return async (person: string, definition: SignalDefinition): Promise<Facts> => {
    const { kind } = definition;
    const isMade = kind === "milestone" || kind === "onboarding" || kind === "outcome";
    const [days, states, exposures, plan] = await Promise.all([
      daysOf(person, definition),
      isMade ? statesOf(person) : NO_STATES,
      kind === "outcome" ? exposuresOf(person) : [],
      kind === "adoption" || kind === "usage" ? planOf(person) : null,
    ]);
    return {
      now,
      days,
      features,
      plan,
      stateOf: (id) => states.get(id),
      met: (guide) =>
        exposures.filter((one) => one.guide === guide).sort((a, b) => a.at - b.at)[0] ?? null,
    };
  };
}

const NO_STATES: ReadonlyMap<string, SignalState> = new Map();

function remembering() {
  const known = new Map<string, Promise<unknown>>();
  return <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const value = (known.get(key) as Promise<T> | undefined) ?? read();
    known.set(key, value);
    return value;
  };
}
