import type { StoredEvent } from "../model/event.ts";
import type { OrderedEvent } from "../sequence/event.ts";
import { advance, dueOf, neededFrom, recompute, recomputeLate, settle } from "../signal/advance.ts";
import { byFeature } from "../signal/by-feature.ts";
import { isFurther } from "../signal/further.ts";
import type { Kept } from "../signal/kept.ts";
import type { SignalState } from "../signal/state.ts";
import { eventsOf, eventsSince, toOrdered } from "./history.ts";
import { type Device, readMeta } from "./meta.ts";
import { personOf } from "./person.ts";
import type { IngestTransaction } from "./transaction.ts";

/** Whose it is, as an event said. */
export interface Who {
  user?: string | undefined;
  account?: string | undefined;
}

/** Milestones that are further than before, by person. */
export type Moved = Map<string, { parts: Set<string>; who: Who }>;

/**
 * What is kept of milestones and questions for everybody on this device, within one transaction. Incremental where it
 * can be, recomputed from the stored events where it must be; both give the same.
 */
export function createSignalBook(
  transaction: IngestTransaction,
  definitions: readonly Kept[],
  device: Device,
  now: number,
) {
  const matchers = transaction.objectStore("matchers");
  const history = new Map<string, { from: number; events: Promise<StoredEvent[]> }>();

  /** What a person did since `from`, and perhaps before. */
  const historyOf = (person: string, from = Number.NEGATIVE_INFINITY): Promise<StoredEvent[]> => {
    const known = history.get(person);
    if (known && known.from <= from) return known.events;
    const chunks = transaction.objectStore("chunks");
    const whose = (event: StoredEvent) => personOf(event, device);
    const events = Number.isFinite(from)
      ? eventsSince(from, chunks, person, whose)
      : eventsOf(chunks, person, whose);
    history.set(person, { from, events });
    return events;
  };

  const mentioning = byFeature(definitions);

  const save = (person: string, { body }: Kept, state: SignalState, { user, account }: Who) => {
    const due = dueOf(body, state, now);
    const again = due !== null && { due, who: { user, account } };
    return matchers.put({ person, signal: body.id, state, ...again });
  };

  /** What was true before, by events that have been forgotten since, stays so: I9 of docs/spec/events.md. */
  const recomputed = async (
    person: string,
    { version, body }: Kept,
    before: SignalState | undefined,
    late?: OrderedEvent,
  ): Promise<SignalState> => {
    const from = late && neededFrom(body, version, before, late);
    const uses = (await historyOf(person, from)).flatMap(toOrdered);
    const again = late
      ? recomputeLate(body, version, before, late, uses, now)
      : recompute(body, version, uses, now);
    if (!before?.fulfilled || before.version !== version) return again;
    if (again.fulfilled && again.fulfilled.since <= before.fulfilled.since) return again;
    const forgotten = await readMeta(transaction.objectStore("meta"), "forgotten");
    return forgotten === undefined ? again : before;
  };

  /** One milestone over a person's new events; whether it is further. */
  const advanceOne = async (
    person: string,
    definition: Kept,
    events: readonly { stored: StoredEvent; use: OrderedEvent }[],
  ): Promise<boolean> => {
    const { version, body } = definition;
    const before = (await matchers.get([person, body.id]))?.state;
    let state = before;
    for (const { use } of events) {
      const step = advance(body, version, state, use);
      if ("late" in step) {
        state = withFrom(await recomputed(person, definition, before, use), before?.from);
        break;
      }
      state = step.state;
    }
    if (!state || state === before) return false;
    const after = settle(body, version, state, now);
    const last = events.at(-1)?.stored;
    await save(person, definition, after, last ?? {});
    return isFurther(before, after);
  };

  return {
    /** Takes new events; they are already among the stored ones. */
    async apply(events: readonly StoredEvent[]): Promise<Moved> {
      const moved: Moved = new Map();
      for (const [person, theirs] of Map.groupBy(events, (event) => personOf(event, device))) {
        const uses = theirs.flatMap((stored) => toOrdered(stored).map((use) => ({ stored, use })));
        const relevant = new Map<Kept, typeof uses>();
        for (const one of uses) {
          for (const definition of mentioning.get(one.use.feature) ?? []) {
            const others = relevant.get(definition);
            if (others) others.push(one);
            else relevant.set(definition, [one]);
          }
        }
        // All at once: the database reads for one while another is worked out.
        const parts = [...relevant].map(async ([definition, those]) =>
          (await advanceOne(person, definition, those)) ? [definition.body.id] : [],
        );
        const { user, account } = theirs.at(-1) ?? {};
        const ids = new Set((await Promise.all(parts)).flat());
        moved.set(person, { parts: ids, who: { user, account } });
      }
      return moved;
    },

    /** Looks again at what has fallen due. */
    async settle(): Promise<Moved> {
      const due = await matchers.index("due").getAll(IDBKeyRange.upperBound(now));
      const moved: Moved = new Map();
      for (const { person, signal, state, who = {} } of due) {
        const definition = definitions.find(({ body }) => body.id === signal);
        if (definition?.version !== state.version) {
          await matchers.put({ person, signal, state });
          continue;
        }
        const after = settle(definition.body, state.version, state, now);
        await save(person, definition, after, who);
        if (!isFurther(state, after)) continue;
        const { parts } = moved.get(person) ?? { parts: new Set() };
        moved.set(person, { parts: parts.add(signal), who });
      }
      return moved;
    },

    /** Puts down what was worked out elsewhere; without a state it is recomputed from all events. */
    async keep(
      person: string,
      definition: Kept,
      state: SignalState | undefined,
      { from, before }: { from?: number | undefined; before?: SignalState | undefined } = {},
    ): Promise<void> {
      const known = state ?? (await recomputed(person, definition, before));
      const after = settle(definition.body, definition.version, known, now);
      const who = person === device.id ? {} : { user: person };
      await save(person, definition, withFrom(after, from), who);
    },

    /** Recomputes everything for these people, and forgets all others: the owners of events have changed. */
    async rebuild(people: Iterable<string>): Promise<void> {
      const records = await matchers.getAll();
      const states = new Map(records.map((one) => [keyOf(one.person, one.signal), one.state]));
      await matchers.clear();
      for (const person of people) {
        for (const definition of definitions) {
          const before = states.get(keyOf(person, definition.body.id));
          await this.keep(person, definition, undefined, { before });
        }
      }
    },
  };
}

function withFrom(state: SignalState, from: number | undefined): SignalState {
  return from === undefined ? state : { ...state, from };
}

const keyOf = (person: string, signal: string) => JSON.stringify([person, signal]);
