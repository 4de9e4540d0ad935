import type { StoredEvent } from "../model/event.ts";
import { comparePositions, type OrderedEvent } from "../sequence/event.ts";
import { shownFeature } from "../signal/parts.ts";
import type { FrictionUse } from "../signal/world.ts";
import type { Chunk, Store } from "./schema.ts";

interface ChunkReader {
  getAll(query: IDBKeyRange | null, count: number): Promise<Chunk[]>;
}

const PAGE = 200;

/** Every stored event in the order of ingest, a few hundred chunks in memory at a time. */
export async function* readEvents(chunks: ChunkReader): AsyncGenerator<StoredEvent> {
  for await (const chunk of readChunks(chunks)) yield* chunk.events;
}

/** Every record of events in the order of ingest. */
export async function* readChunks(chunks: ChunkReader): AsyncGenerator<Chunk> {
  let after = 0;
  for (;;) {
    const page = await chunks.getAll(IDBKeyRange.lowerBound(after, true), PAGE);
    yield* page;
    const last = page.at(-1)?.n;
    if (page.length < PAGE || last === undefined) return;
    after = last;
  }
}

/** A person's events, in the order of evaluation. */
export async function eventsOf(
  chunks: ChunkReader,
  person: string,
  personOf: (event: StoredEvent) => string,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of readEvents(chunks)) if (personOf(event) === person) events.push(event);
  return events.sort(comparePositions);
}

/** The same without what happened before `from` (epoch ms), which is not even read. */
export async function eventsSince(
  from: number,
  chunks: { index(name: "until"): { getAll(query: IDBKeyRange): Promise<Chunk[]> } },
  person: string,
  personOf: (event: StoredEvent) => string,
): Promise<StoredEvent[]> {
  const read = await chunks.index("until").getAll(IDBKeyRange.lowerBound(from));
  return read
    .flatMap(({ events }) => events)
    .filter((event) => event.ts >= from && personOf(event) === person)
    .sort(comparePositions);
}

export async function countEvents(store: Store): Promise<number> {
  let count = 0;
  for await (const { events } of readChunks(store.transaction("chunks").store))
    count += events.length;
  return count;
}

/** A use of a feature, or that a guide was shown, as sequences and signals see it; nothing for other events. */
export function toOrdered(event: StoredEvent): OrderedEvent[] {
  const { ts, boot, seq, id } = event;
  if (event.kind === "feature") return [{ ts, boot, seq, id, feature: event.feature }];
  if (event.kind !== "guide" || event.action !== "step_shown") return [];
  return [{ ts, boot, seq, id, feature: shownFeature(event.guide) }];
}

/** What the person ran into; nothing for other events. */
export function toFriction(event: StoredEvent): FrictionUse[] {
  return event.kind === "friction" ? [{ ts: event.ts, id: event.id, what: event.what }] : [];
}

/** How often each feature was used. */
export function countUses(events: Iterable<StoredEvent>): Record<string, number> {
  const uses = new Map<string, number>();
  for (const event of events) {
    if (event.kind === "feature") uses.set(event.feature, (uses.get(event.feature) ?? 0) + 1);
  }
  return Object.fromEntries(uses);
}
