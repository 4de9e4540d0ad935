/** Where an event stands among all events of the device. */
export interface Position {
  /** Epoch ms. */
  ts: number;
  /** The document that captured it. */
  boot: string;
  /** Its number within `boot`. */
  seq: number;
}

/** One use of a feature, as sequences and signals see it. */
export interface OrderedEvent extends Position {
  id: string;
  feature: string;
}

/**
 * The total order of events: time, then `boot`, then number within it.
 * Below zero when `a` comes first; zero only for one and the same event.
 */
export function comparePositions(a: Position, b: Position): number {
  if (a.ts !== b.ts) return a.ts - b.ts;
  if (a.boot !== b.boot) return a.boot < b.boot ? -1 : 1;
  return a.seq - b.seq;
}
