import type { Bundle } from "../model/bundle.ts";
import type { SignalValue } from "../model/signal-value.ts";
import { DAY_MS, dayOf } from "../signal/day.ts";
import { withFriction } from "../signal/kinds/frustration.ts";
import { newsOf } from "../signal/news.ts";
import { readSignal } from "../signal/read.ts";
import { isTouched, type Touch } from "../signal/touch.ts";
import type { FrictionUse } from "../signal/world.ts";
import type { SignalRecord } from "./schema.ts";
import type { Who } from "./signal-book.ts";
import { createFactReader } from "./signal-facts.ts";
import type { IngestTransaction } from "./transaction.ts";

export interface SignalChange extends Who {
  person: string;
  value: SignalValue;
  /** When it was found to have changed, epoch ms. */
  ts: number;
}

type Definition = Bundle["signals"][number];

const withoutDue = ({ due: _, ...record }: SignalRecord): SignalRecord => record;

/**
 * The values of published signals for everybody on this device, within one transaction. They are looked at when something
 * touches them and when they are due; what is to be told of them comes back.
 */
export function createSignalValues(
  transaction: IngestTransaction,
  bundle: Bundle | undefined,
  now: number,
) {
  const records = transaction.objectStore("signals");
  const definitions = bundle?.signals ?? [];
  const factsOf = createFactReader(transaction, bundle ?? { features: [] }, now);

  /** Works one signal out anew; what is to be told of it, or nothing. */
  const look = async (
    person: string,
    { version, body }: Definition,
    before: SignalRecord | undefined,
    friction: readonly FrictionUse[],
    who: Who,
  ): Promise<SignalChange[]> => {
    const {
      due: readAgain,
      detail,
      ...reading
    } = readSignal(body, {
      ...(await factsOf(person, body)),
      friction,
    });
    const value: SignalValue = {
      signal: body.id,
      version,
      kind: body.kind,
      ...reading,
      ...(Object.keys(detail).length > 0 && { detail }),
    };
    const today = dayOf(now);
    const told = before?.told ?? null;
    const news = newsOf(told, value, today);
    const tomorrow = news === "later" ? (today + 1) * DAY_MS : Number.POSITIVE_INFINITY;
    const due = Math.min(readAgain ?? Number.POSITIVE_INFINITY, tomorrow);
    await records.put({
      person,
      signal: body.id,
      value,
      lookedAt: now,
      told: news === "now" ? { value, day: today } : told,
      who,
      ...(body.kind === "frustration" && { friction }),
      ...(Number.isFinite(due) && { due }),
    });
    return news === "now" ? [{ person, value, ts: now, ...who }] : [];
  };

  return {
    /** Looks at what new events of a person have touched; the events are stored already. */
    async touch(person: string, touch: Touch, who: Who): Promise<SignalChange[]> {
      if (definitions.length === 0) return [];
      const theirs = await records.getAll(IDBKeyRange.bound([person], [person, []]));
      const before = new Map(theirs.map((record) => [record.signal, record]));
      const changes = definitions.map((definition) => {
        const { body, version } = definition;
        const record = before.get(body.id);
        // What was looked at when the clock was ahead says what is not yet.
        const isKnown = record?.value.version === version && record.lookedAt <= now;
        if (isKnown && !isTouched(body, record.value, touch, now)) return [];
        const { friction: known = [] } = record ?? {};
        const friction =
          body.kind === "frustration" ? withFriction(body, known, touch.friction) : [];
        return look(person, definition, record, friction, who);
      });
      return (await Promise.all(changes)).flat();
    },

    /** Looks again at what has fallen due. */
    async settle(): Promise<SignalChange[]> {
      const changes: SignalChange[] = [];
      for (const record of await records.index("due").getAll(IDBKeyRange.upperBound(now))) {
        const definition = definitions.find(({ body }) => body.id === record.signal);
        const { person, friction = [], who } = record;
        if (definition) changes.push(...(await look(person, definition, record, friction, who)));
        // Its workspace is not connected now; with the next bundle it is looked at again.
        else await records.put(withoutDue(record));
      }
      return changes;
    },

    /**
     * Looks at every signal of these people again, and forgets all others: definitions, features, accounts or the owners
     * of events have changed. `frictionOf` tells what is to be counted; null: what was.
     */
    async review(
      people: ReadonlyMap<string, Who>,
      frictionOf: (person: string, signal: string) => readonly FrictionUse[] | null = () => null,
    ): Promise<SignalChange[]> {
      const keyOf = (person: string, signal: string) => JSON.stringify([person, signal]);
      const all = await records.getAll();
      const before = new Map(all.map((record) => [keyOf(record.person, record.signal), record]));
      await records.clear();
      const changes: SignalChange[] = [];
      for (const [person, who] of people) {
        for (const definition of definitions) {
          const { body } = definition;
          const record = before.get(keyOf(person, body.id));
          const kept = frictionOf(person, body.id) ?? record?.friction ?? [];
          const friction = body.kind === "frustration" ? withFriction(body, [], kept) : [];
          changes.push(...(await look(person, definition, record, friction, who)));
        }
      }
      return changes;
    },
  };
}
