import type { Bundle } from "../model/bundle.ts";
import type { StoredEvent } from "../model/event.ts";
import { comparePositions } from "../sequence/event.ts";
import { advance } from "../signal/advance.ts";
import { byFeature } from "../signal/by-feature.ts";
import { withFriction } from "../signal/kinds/frustration.ts";
import { toFriction, toOrdered } from "./history.ts";
import { keptSignals } from "./kept-signals.ts";
import { type Backfill, type Device, readMeta, writeMeta } from "./meta.ts";
import { personOf } from "./person.ts";
import type { UpcomingRecord } from "./schema.ts";
import type { IngestTransaction } from "./transaction.ts";

/** Chunks that are looked through in one transaction; others wait for no longer than that takes. */
const SLICE = 100;

/** What a bundle asks about history that is not known yet: by id and version, less what is in force. */
export function newIds(bundle: Bundle, before: Bundle | undefined): string[] {
  const named = (of: Bundle | undefined) => [
    ...keptSignals(of).map(({ version, body }) => ({ id: body.id, version })),
    ...(of?.signals ?? []).map(({ version, body }) => ({ id: body.id, version })),
  ];
  const known = new Set(named(before).map(({ id, version }) => `${version} ${id}`));
  const fresh = named(bundle).filter(({ id, version }) => !known.has(`${version} ${id}`));
  return [...new Set(fresh.map(({ id }) => id))];
}

/** Begins, or begins anew, to look through the history for a bundle that is to come into force. */
export async function beginBackfill(
  transaction: IngestTransaction,
  ids: readonly string[],
): Promise<void> {
  await transaction.objectStore("upcoming").clear();
  const last = await transaction.objectStore("chunks").openKeyCursor(null, "prev");
  const backfill: Backfill = { ids: [...ids], after: 0, of: last?.key ?? 0 };
  await writeMeta(transaction.objectStore("meta"), "backfill", backfill);
}

/** Who is anonymous now may be somebody else afterwards: what was looked through so far is worth nothing then. */
export async function beginAgain(transaction: IngestTransaction): Promise<void> {
  const backfill = await readMeta(transaction.objectStore("meta"), "backfill");
  if (backfill) await beginBackfill(transaction, backfill.ids);
}

/** Looks through the next events; true when there are no more. */
export async function lookThrough(
  transaction: IngestTransaction,
  bundle: Bundle,
  backfill: Backfill,
  device: Device,
): Promise<boolean> {
  if (backfill.ids.length === 0) return true;
  const { after } = backfill;
  const range = IDBKeyRange.lowerBound(after, true);
  const chunks = await transaction.objectStore("chunks").getAll(range, SLICE);
  const events = chunks.flatMap((chunk) => chunk.events).sort(comparePositions);
  for (const [person, theirs] of Map.groupBy(events, (event) => personOf(event, device))) {
    await take(transaction, bundle, new Set(backfill.ids), person, theirs);
  }
  const last = chunks.at(-1)?.n ?? after;
  const oldest = Math.min(
    backfill.oldest ?? Number.POSITIVE_INFINITY,
    ...events.slice(0, 1).map(({ ts }) => ts),
  );
  const progress = { ...backfill, after: last, ...(Number.isFinite(oldest) && { oldest }) };
  await writeMeta(transaction.objectStore("meta"), "backfill", progress);
  return chunks.length < SLICE;
}

async function take(
  transaction: IngestTransaction,
  bundle: Bundle,
  ids: ReadonlySet<string>,
  person: string,
  events: readonly StoredEvent[],
): Promise<void> {
  const upcoming = transaction.objectStore("upcoming");
  const before = await upcoming.getAll(IDBKeyRange.bound([person], [person, []]));
  const known = new Map<string, UpcomingRecord>(before.map((record) => [record.signal, record]));
  const changed = new Set<string>();
  const mentioning = byFeature(keptSignals(bundle).filter(({ body }) => ids.has(body.id)));
  for (const use of events.flatMap(toOrdered)) {
    for (const { version, body } of mentioning.get(use.feature) ?? []) {
      const signal = body.id;
      const record = known.get(signal) ?? { person, signal };
      if (record.late) continue;
      const step = advance(body, version, record.state, use);
      known.set(signal, "late" in step ? { person, signal, late: true } : { ...record, ...step });
      changed.add(signal);
    }
  }
  const friction = events.flatMap(toFriction);
  for (const { body } of bundle.signals) {
    if (body.kind !== "frustration" || !ids.has(body.id) || friction.length === 0) continue;
    const { friction: earlier = [] } = known.get(body.id) ?? {};
    const all = withFriction(body, earlier, friction);
    known.set(body.id, { person, signal: body.id, friction: all });
    changed.add(body.id);
  }
  for (const signal of changed) {
    const record = known.get(signal);
    if (record) await upcoming.put(record);
  }
}
