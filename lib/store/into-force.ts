import type { Bundle } from "../model/bundle.ts";
import { featuresOf } from "../signal/advance.ts";
import { keptSignals } from "./kept-signals.ts";
import { type Backfill, type Device, readMeta, writeMeta } from "./meta.ts";
import { everybody } from "./review.ts";
import { createSignalBook } from "./signal-book.ts";
import { createSignalValues, type SignalChange } from "./signal-values.ts";
import type { IngestTransaction } from "./transaction.ts";

/** Puts a bundle in force with everything that was worked out for it; what is to be told of its signals. */
export async function bringIntoForce(
  transaction: IngestTransaction,
  next: { bundle: Bundle; etag: string | null; fetchedAt: number },
  { ids }: Backfill,
  { device, now }: { device: Device; now: number },
): Promise<SignalChange[]> {
  const { bundle } = next;
  // The last slice was read just now.
  const { oldest } = (await readMeta(transaction.objectStore("meta"), "backfill")) ?? {};
  const upcoming = transaction.objectStore("upcoming");
  const matchers = transaction.objectStore("matchers");
  const kept = new Map(keptSignals(bundle).map((definition) => [definition.body.id, definition]));
  const fresh = new Set(ids);
  for (const [person, signal] of await matchers.getAllKeys()) {
    if (!kept.has(signal) || fresh.has(signal)) await matchers.delete([person, signal]);
  }
  const book = createSignalBook(transaction, [...kept.values()], device, now);
  const friction = new Map<string, NonNullable<(typeof records)[number]["friction"]>>();
  const records = await upcoming.getAll();
  for (const { person, signal, state, ...more } of records) {
    const definition = kept.get(signal);
    if (more.friction) friction.set(JSON.stringify([person, signal]), more.friction);
    else if (definition) {
      const from = await countedFrom(transaction, person, featuresOf(definition.body), oldest);
      await book.keep(person, definition, more.late ? undefined : state, { from });
    }
  }
  await upcoming.clear();
  const meta = transaction.objectStore("meta");
  await meta.delete("backfill");
  await writeMeta(meta, "answered", bundle.revision);
  await noteTags(transaction, bundle, now);
  await transaction.objectStore("bundle").put({ ...next, id: "current" });
  await transaction.objectStore("bundle").delete("next");
  const values = createSignalValues(transaction, bundle, now);
  return values.review(await everybody(transaction, device), (person, signal) =>
    fresh.has(signal) ? (friction.get(JSON.stringify([person, signal])) ?? []) : null,
  );
}

/** `oldest`, the time of the earliest event there is, if some of these features were used before: only daily counts tell. */
async function countedFrom(
  transaction: IngestTransaction,
  person: string,
  features: ReadonlySet<string>,
  oldest = Number.NEGATIVE_INFINITY,
): Promise<number | undefined> {
  for (const feature of features) {
    const range = IDBKeyRange.bound([person, feature], [person, feature, []]);
    const first = await transaction.objectStore("daily").openCursor(range);
    if (first && first.value.first < oldest) return oldest;
  }
  return undefined;
}

/** Features that came just now are counted from now on, also those that were here once before. E23 of docs/spec/events.md. */
async function noteTags(
  transaction: IngestTransaction,
  { features }: Bundle,
  now: number,
): Promise<void> {
  const meta = transaction.objectStore("meta");
  const before = (await readMeta(meta, "tagged")) ?? {};
  const tagged = features.map(({ body }) => [body.id, before[body.id] ?? now] as const);
  await writeMeta(meta, "tagged", Object.fromEntries(tagged));
}
