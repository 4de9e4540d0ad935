import type { StoredEvent } from "../model/event.ts";
import type { SignalValue } from "../model/signal-value.ts";
import type { OrderedEvent } from "../sequence/event.ts";
import { advance, dueOf, featuresOf, recompute, settle } from "../signal/advance.ts";
import { isQuestion } from "../signal/answers.ts";
import type { Kept } from "../signal/kept.ts";
import type { SignalState } from "../signal/state.ts";
import { changeOf, signalValue } from "../signal/value.ts";
import { eventsOf, readEvents, toOrdered } from "./history.ts";
import type { Device } from "./meta.ts";
import { personOf } from "./person.ts";
import type { IngestTransaction } from "./transaction.ts";

export interface SignalChange {
  person: string;
  value: SignalValue;
  /** When it was found to have changed, epoch ms: time of the event, or of the recomputation. */
  ts: number;
  user?: string | undefined;
  account?: string | undefined;
}

/**
 * Signals of everybody on this device, within one transaction. Incremental where it can be, recomputed from the
 * stored events where it must be; both give the same.
 */
export function createSignalBook(
  transaction: IngestTransaction,
  definitions: readonly Kept[],
  device: Device,
  now: number,
) {
  const matchers = transaction.objectStore("matchers");
  const history = new Map<string, Promise<StoredEvent[]>>();

  const historyOf = (person: string): Promise<StoredEvent[]> => {
    const known = history.get(person);
    if (known) return known;
    const chunks = transaction.objectStore("chunks");
    const events = eventsOf(chunks, person, (event) => personOf(event, device));
    history.set(person, events);
    return events;
  };

  /** By feature, those whose state a use of it may change. */
  const mentioning = new Map<string, Kept[]>();
  for (const definition of definitions) {
    for (const feature of featuresOf(definition.body)) {
      const others = mentioning.get(feature);
      if (others) others.push(definition);
      else mentioning.set(feature, [definition]);
    }
  }

  const save = (person: string, { body }: Kept, state: SignalState, who: Who | undefined) => {
    const due = dueOf(body, state, now);
    const { user, account } = who ?? {};
    const again = due === null ? {} : { due, who: { user, account } };
    return matchers.put({ person, signal: body.id, state, ...again });
  };

  /** Reads everything again; tells what is now different from `before`. */
  const recomputeOne = async (
    person: string,
    definition: Kept,
    before: SignalValue | undefined,
  ): Promise<SignalChange[]> => {
    const { version, body } = definition;
    const events = await historyOf(person);
    const state = recompute(body, version, events.flatMap(toOrdered), now);
    const last = events.at(-1);
    await save(person, definition, state, last);
    const value = changeOf(before, signalValue(body, version, state));
    return value ? [{ person, value, ts: now, ...pick(last) }] : [];
  };

  /** One signal over a person's new events. */
  const advanceOne = async (
    person: string,
    definition: Kept,
    events: readonly { stored: StoredEvent; use: OrderedEvent }[],
  ): Promise<SignalChange[]> => {
    const { version, body } = definition;
    const before = (await matchers.get([person, body.id]))?.state;
    const changes: SignalChange[] = [];
    let state = before;
    for (const { stored, use } of events) {
      const step = advance(body, version, state, use);
      if ("late" in step) {
        const known = before && signalValue(body, before.version, before);
        return recomputeOne(person, definition, known);
      }
      state = step.state;
      if (step.changed) {
        changes.push({ person, value: step.changed, ts: stored.ts, ...pick(stored) });
      }
    }
    const last = events.at(-1)?.stored;
    if (!state || state === before) return changes;
    const { state: after, changed } = settle(body, version, state, now);
    if (changed) changes.push({ person, value: changed, ts: now, ...pick(last) });
    await save(person, definition, after, last);
    return changes;
  };

  return {
    /** Takes new events; they are already among the stored ones. */
    async apply(events: readonly StoredEvent[]): Promise<SignalChange[]> {
      const byPerson = Map.groupBy(events, (event) => personOf(event, device));
      const changes: SignalChange[] = [];
      for (const [person, theirs] of byPerson) {
        const uses = theirs.flatMap((stored) => toOrdered(stored).map((use) => ({ stored, use })));
        const relevant = new Map<Kept, typeof uses>();
        for (const one of uses) {
          for (const definition of mentioning.get(one.use.feature) ?? []) {
            const others = relevant.get(definition);
            if (others) others.push(one);
            else relevant.set(definition, [one]);
          }
        }
        // All at once: the database reads for one signal while another is worked out.
        const theirChanges = [...relevant].map(([definition, those]) =>
          advanceOne(person, definition, those),
        );
        changes.push(...(await Promise.all(theirChanges)).flat());
      }
      return changes.filter(isTold);
    },

    /** Looks again at what has fallen due. */
    async settle(): Promise<SignalChange[]> {
      const due = await matchers.index("due").getAll(IDBKeyRange.upperBound(now));
      const changes: SignalChange[] = [];
      for (const { person, signal, state, who } of due) {
        const definition = definitions.find(({ body }) => body.id === signal);
        if (definition?.version !== state.version) {
          await matchers.put({ person, signal, state });
          continue;
        }
        const { state: after, changed } = settle(definition.body, state.version, state, now);
        if (changed) changes.push({ person, value: changed, ts: now, ...who });
        await save(person, definition, after, who);
      }
      return changes.filter(isTold);
    },

    /** Recomputes every signal of everybody: definitions, or the owners of events, have changed. */
    async rebuild(): Promise<SignalChange[]> {
      const records = await matchers.getAll();
      const before = new Map(
        records.map((record) => [keyOf(record.person, record.signal), record]),
      );
      await matchers.clear();
      // Who has no events left was adopted by somebody else, who is told of instead.
      const people = new Set<string>();
      for await (const event of readEvents(transaction.objectStore("chunks"))) {
        people.add(personOf(event, device));
      }
      const changes: SignalChange[] = [];
      for (const person of people) {
        for (const definition of definitions) {
          const state = before.get(keyOf(person, definition.body.id))?.state;
          const known = state && signalValue(definition.body, state.version, state);
          changes.push(...(await recomputeOne(person, definition, known)));
        }
      }
      return changes.filter(isTold);
    },
  };
}

type Who = Pick<SignalChange, "user" | "account">;

const pick = ({ user, account }: Who = {}): Who => ({ user, account });

/** Answers to questions of conditions are nobody's business but this device's. */
const isTold = ({ value }: SignalChange) => !isQuestion(value.signal);

const keyOf = (person: string, signal: string) => JSON.stringify([person, signal]);
