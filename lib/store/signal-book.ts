import type { StoredEvent } from "../model/event.ts";
import type { Milestone } from "../model/signal.ts";
import type { SignalValue } from "../model/signal-value.ts";
import type { OrderedEvent } from "../sequence/event.ts";
import { advance, featuresOf, recompute } from "../signal/advance.ts";
import { isQuestion } from "../signal/answers.ts";
import type { SignalState } from "../signal/state.ts";
import { changeOf, signalValue } from "../signal/value.ts";
import { eventsOf, readEvents, toOrdered } from "./history.ts";
import type { Device } from "./meta.ts";
import { personOf } from "./person.ts";
import type { IngestTransaction } from "./transaction.ts";

/** A published milestone. */
type Definition = { version: number; body: Milestone };

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
  definitions: readonly Definition[],
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

  const save = (person: string, signal: string, state: SignalState) =>
    matchers.put({ person, signal, state });

  /** Reads everything again; tells what is now different from `before`. */
  const recomputeOne = async (
    person: string,
    { version, body }: Definition,
    before: SignalValue | undefined,
  ): Promise<SignalChange[]> => {
    const events = await historyOf(person);
    const state = recompute(body, version, events.flatMap(toOrdered));
    await save(person, body.id, state);
    const value = changeOf(before, signalValue(body, version, state));
    const last = events.at(-1);
    return value ? [{ person, value, ts: now, user: last?.user, account: last?.account }] : [];
  };

  /** One signal over a person's new events. */
  const advanceOne = async (
    person: string,
    definition: Definition,
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
        const { ts, user, account } = stored;
        changes.push({ person, value: step.changed, ts, user, account });
      }
    }
    if (state && state !== before) await save(person, body.id, state);
    return changes;
  };

  return {
    /** Takes new events; they are already among the stored ones. */
    async apply(events: readonly StoredEvent[]): Promise<SignalChange[]> {
      const byPerson = Map.groupBy(events, (event) => personOf(event, device));
      const changes: SignalChange[] = [];
      for (const [person, theirs] of byPerson) {
        const uses = theirs.flatMap((stored) => toOrdered(stored).map((use) => ({ stored, use })));
        // All at once: the database reads for one signal while another is worked out.
        const theirChanges = definitions.map((definition) => {
          const features = featuresOf(definition.body);
          const relevant = uses.filter(({ use }) => features.has(use.feature));
          return relevant.length > 0 ? advanceOne(person, definition, relevant) : [];
        });
        changes.push(...(await Promise.all(theirChanges)).flat());
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

/** Answers to questions of conditions are nobody's business but this device's. */
const isTold = ({ value }: SignalChange) => !isQuestion(value.signal);

const keyOf = (person: string, signal: string) => JSON.stringify([person, signal]);
