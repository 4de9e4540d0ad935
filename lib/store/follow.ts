import { uuidv7 } from "uuidv7";
import type { Bundle } from "../model/bundle.ts";
import type { StoredEvent } from "../model/event.ts";
import type { FrictionUse } from "../signal/world.ts";
import { signalToWire, type WireContext } from "../sync/wire.ts";
import { readEvents, toFriction } from "./history.ts";
import { keptSignals } from "./kept-signals.ts";
import type { Device } from "./meta.ts";
import { enqueueOwn } from "./outbox.ts";
import { personOf } from "./person.ts";
import { createSignalBook, type Who } from "./signal-book.ts";
import { createSignalValues, type SignalChange } from "./signal-values.ts";
import type { IngestTransaction } from "./transaction.ts";

/** What signals are worked out with: the bundle in force, this device, and the moment, epoch ms. */
export interface Surroundings {
  bundle: Bundle | undefined;
  device: Device;
  now: number;
}

/** What else happened with new events. */
export interface Beside {
  /** Of whose days the first use of a feature is another one now. */
  newDays: ReadonlySet<string>;
  /** Guides whose experiment was met for the first time, by person. */
  met: ReadonlyMap<string, ReadonlySet<string>>;
}

/** All that follows for signals from new events, which are stored already. */
export async function followEvents(
  transaction: IngestTransaction,
  events: readonly StoredEvent[],
  { bundle, device, now }: Surroundings,
  { newDays, met }: Beside,
): Promise<SignalChange[]> {
  const moved = await createSignalBook(transaction, keptSignals(bundle), device, now).apply(events);
  const values = createSignalValues(transaction, bundle, now);
  const changes: SignalChange[] = [];
  for (const [person, theirs] of Map.groupBy(events, (event) => personOf(event, device))) {
    const { parts = NONE, who = {} } = moved.get(person) ?? {};
    const touch = {
      uses: theirs.flatMap((event) => (event.kind === "feature" ? [event] : [])),
      newDay: newDays.has(person),
      parts,
      friction: theirs.flatMap(toFriction),
      met: met.get(person) ?? NONE,
    };
    changes.push(...(await values.touch(person, touch, who)));
  }
  return changes;
}

/** Somebody met the experiment of a guide, and nothing else happened. */
export function followMet(
  transaction: IngestTransaction,
  { person, guide, ...who }: Who & { person: string; guide: string },
  { bundle, now }: Surroundings,
): Promise<SignalChange[]> {
  const touch = { uses: [], newDay: false, parts: NONE, friction: [], met: new Set([guide]) };
  return createSignalValues(transaction, bundle, now).touch(person, touch, who);
}

/** What time alone has changed. */
export async function followTime(
  transaction: IngestTransaction,
  { bundle, device, now }: Surroundings,
): Promise<SignalChange[]> {
  const moved = await createSignalBook(transaction, keptSignals(bundle), device, now).settle();
  const values = createSignalValues(transaction, bundle, now);
  const changes: SignalChange[] = [];
  for (const [person, { parts, who }] of moved) {
    const touch = { uses: [], newDay: false, parts, friction: [], met: NONE };
    changes.push(...(await values.touch(person, touch, who)));
  }
  return [...changes, ...(await values.settle())];
}

/** Everything anew from all events: some of them belong to somebody else now. */
export async function followOwners(
  transaction: IngestTransaction,
  { bundle, device, now }: Surroundings,
): Promise<SignalChange[]> {
  const people = new Map<string, Who>();
  const friction = new Map<string, FrictionUse[]>();
  for await (const event of readEvents(transaction.objectStore("chunks"))) {
    const person = personOf(event, device);
    people.set(person, { user: event.user, account: event.account });
    const known = friction.get(person) ?? [];
    friction.set(person, known);
    known.push(...toFriction(event));
  }
  await createSignalBook(transaction, keptSignals(bundle), device, now).rebuild(people.keys());
  const values = createSignalValues(transaction, bundle, now);
  return values.review(people, (person) => friction.get(person) ?? []);
}

/** Tells the server of changed signals. */
export function enqueueSignals(
  transaction: IngestTransaction,
  changes: readonly SignalChange[],
  context: WireContext,
): Promise<void> {
  const messages = changes.map(
    ({ value, ts, user, account }) =>
      (numbered: { boot: string; seq: number }) =>
        signalToWire({ ...numbered, id: uuidv7(), ts }, value, { ...context, user, account }),
  );
  return enqueueOwn(transaction, messages);
}

const NONE: ReadonlySet<string> = new Set();
