import type { IncomingEvent } from "./event.ts";
import type { Written } from "./write.ts";

export type Outcome = "accepted" | "duplicate" | "unstorable" | "erased" | "expired";

/**
 * Makes events with differing ids ready to be stored, and answers with what stores them in one transaction, again if it is
 * called again.
 */
export type Write = (workspace: string, events: readonly IncomingEvent[]) => () => Promise<Written>;

/** Events of one workspace that may share a transaction. */
const MAX_EVENTS = 1_000;

interface Waiting {
  events: readonly IncomingEvent[];
  done: (outcomes: Outcome[]) => void;
  failed: (error: unknown) => void;
}

/** Stores requests that go into one transaction, and answers with what tells them. Does not reject. */
type Group = () => Promise<() => void>;

interface Queue {
  waiting: Waiting[];
  /** How many events wait. */
  count: number;
  /** Made ready while another one is written. */
  next: Group | undefined;
}

/**
 * Puts requests that wait for the same workspace into one transaction: while one is written, the next gather, and are made
 * ready as soon as they fill one. Each request is answered when its own events are durable.
 */
export function createIngestQueue(write: Write) {
  const queues = new Map<string, Queue>();

  const nextOf = (workspace: string, queue: Queue): Group => {
    const together = take(queue.waiting);
    const events = together.flatMap((entry) => entry.events);
    queue.count -= events.length;
    const store = attempt(() => ready(write, workspace, events));
    return async () => {
      try {
        const outcomes = await store();
        return () => {
          let from = 0;
          for (const { events, done } of together) {
            done(outcomes.slice(from, from + events.length));
            from += events.length;
          }
        };
      } catch (error) {
        return () => {
          for (const { failed } of together) failed(error);
        };
      }
    };
  };

  async function drain(workspace: string, queue: Queue): Promise<void> {
    let tell = () => {};
    while (queue.next || queue.waiting.length > 0) {
      const group = queue.next ?? nextOf(workspace, queue);
      queue.next = undefined;
      const stored = group();
      // The database works already while those are told who were before.
      tell();
      tell = await stored;
    }
    queues.delete(workspace);
    tell();
  }

  return (workspace: string, events: readonly IncomingEvent[]): Promise<Outcome[]> =>
    new Promise((done, failed) => {
      const there = queues.get(workspace);
      const queue = there ?? { waiting: [], count: 0, next: undefined };
      queue.waiting.push({ events, done, failed });
      queue.count += events.length;
      if (!there) {
        queues.set(workspace, queue);
        void drain(workspace, queue);
      } else if (!queue.next && queue.count >= MAX_EVENTS) queue.next = nextOf(workspace, queue);
    });
}

/** What cannot be made ready fails when its turn comes. */
function attempt<T>(make: () => () => Promise<T>): () => Promise<T> {
  try {
    return make();
  } catch (error) {
    return () => Promise.reject(error);
  }
}

function take(waiting: Waiting[]): Waiting[] {
  let count = 0;
  const fits = waiting.findIndex((entry, index) => {
    count += entry.events.length;
    return index > 0 && count > MAX_EVENTS;
  });
  return waiting.splice(0, fits === -1 ? waiting.length : fits);
}

/** One outcome an event, in order. Of several with one id the first counts. */
function ready(
  write: Write,
  workspace: string,
  events: readonly IncomingEvent[],
): () => Promise<Outcome[]> {
  const first = new Map<string, IncomingEvent>();
  for (const event of events) if (!first.has(event.messageId)) first.set(event.messageId, event);
  const distinct = [...first.values()];
  const store = write(workspace, distinct);
  return async () => {
    const stored = await storeDistinct(write, workspace, distinct, store);
    return events.map((event) =>
      first.get(event.messageId) === event
        ? (stored.get(event.messageId) ?? "duplicate")
        : repeated(stored.get(event.messageId)),
    );
  };
}

/** What was not kept the first time is kept no better the second time. */
function repeated(first: Outcome | undefined): Outcome {
  return first === undefined || first === "accepted" ? "duplicate" : first;
}

/** Where the database refuses the data itself, the halves are tried apart until the event at fault stands alone. */
async function storeDistinct(
  write: Write,
  workspace: string,
  events: readonly IncomingEvent[],
  store = write(workspace, events),
  retries = 3,
): Promise<Map<string, Outcome>> {
  try {
    const { fresh, erased, expired } = await store();
    const outcomeOf = (id: string): Outcome => {
      if (erased.has(id)) return "erased";
      if (expired.has(id)) return "expired";
      return fresh.has(id) ? "accepted" : "duplicate";
    };
    return new Map(events.map(({ messageId }) => [messageId, outcomeOf(messageId)]));
  } catch (error) {
    if (isTransient(error) && retries > 0) {
      return storeDistinct(write, workspace, events, store, retries - 1);
    }
    if (!isDataError(error)) throw error;
    const only = events.length === 1 ? events[0] : undefined;
    if (only) return new Map([[only.messageId, "unstorable"]]);
    const middle = Math.ceil(events.length / 2);
    const before = await storeDistinct(write, workspace, events.slice(0, middle));
    const after = await storeDistinct(write, workspace, events.slice(middle));
    return new Map([...before, ...after]);
  }
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity), and 54 (program limit: a value too large for an index). */
function isDataError(error: unknown): boolean {
  return /^(22|23|54)/.test(codeOf(error));
}

/** Deadlock, or another transaction came first: PostgreSQL asks to try again. */
function isTransient(error: unknown): boolean {
  return /^40(001|P01)$/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? "");
}
