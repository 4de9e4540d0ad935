import { uuidv7 } from "uuidv7";
import type { Statement } from "../db/database.ts";
import { type IncomingEvent, type Person, personOf } from "../ingest/event.ts";
import { createDayOf } from "../ingest/fold.ts";

/** What one transaction stored about days: what R71 of docs/spec/delivery.md calls waiting. */
export interface LoggedUses {
  people: Person[];
  uses: LoggedDay[];
}

export interface LoggedDay {
  /** "YYYY-MM-DD", UTC. */
  day: string;
  /** Empty: who was seen at all, each counted once. */
  feature: string;
  /** Epoch ms; null for who was seen. */
  last: number | null;
  /** Places in `people`, each once. */
  places: number[];
  /** Of each of these. */
  counts: number[];
}

/** Reads what `logUses` has written. */
export function readLogged(said: string): LoggedUses {
  return JSON.parse(said);
}

/** Who was seen and used what on which day. */
export function foldUses(events: readonly IncomingEvent[]): LoggedUses {
  const people: Person[] = [];
  const placeOf = new Map<string, number>();
  const days = new Map<string, { last: number | null; counts: Map<number, number> }>();
  const rowOf = (key: string) => {
    const row = days.get(key) ?? { last: null, counts: new Map<number, number>() };
    days.set(key, row);
    return row;
  };
  const dayOf = createDayOf();
  for (const event of events) {
    const person = personOf(event);
    if (!person) continue;
    const name = `${person.anonymous ? "?" : "="}${person.person}`;
    const place = placeOf.get(name) ?? people.push(person) - 1;
    placeOf.set(name, place);
    const day = dayOf(event.at);
    rowOf(day).counts.set(place, 1);
    if (event.known?.kind !== "feature") continue;
    const row = rowOf(day + event.known.feature);
    row.counts.set(place, (row.counts.get(place) ?? 0) + 1);
    row.last = Math.max(row.last ?? event.at, event.at);
  }
  const uses = [...days].map(
    ([key, { last, counts }]): LoggedDay => ({
      day: key.slice(0, "YYYY-MM-DD".length),
      feature: key.slice("YYYY-MM-DD".length),
      last,
      places: [...counts.keys()],
      counts: [...counts.values()],
    }),
  );
  return { people, uses };
}

/** What writes down what new events say about days, in the transaction that stores them. */
export function logUsesOf(workspace: string, events: readonly IncomingEvent[]): Statement[] {
  const logged = foldUses(events);
  if (logged.uses.length === 0) return [];
  const counts = logged.uses.reduce((sum, { places }) => sum + places.length, 0);
  const text = "INSERT INTO use_log (workspace_id, id, counts, said) VALUES ($1, $2, $3, $4)";
  return [[text, [workspace, uuidv7(), counts, JSON.stringify(logged)]]];
}
