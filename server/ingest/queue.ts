import type { IncomingEvent } from "./event.ts";
import type { Written } from "./write.ts";

export type Outcome = "accepted" | "duplicate" | "unstorable" | "erased" | "expired";

/** Stores events with differing ids in one transaction. */
export type Write = (workspace: string, events: readonly IncomingEvent[]) => Promise<Written>;

/** Events of one workspace that may share a transaction. */
const MAX_EVENTS = 1_000;

interface Waiting {
  events: readonly IncomingEvent[];
  done: (outcomes: Outcome[]) => void;
  failed: (error: unknown) => void;
}

/**
 * Puts requests that wait for the same workspace into one transaction: while one is written, the next gather. Each
 * request is answered when its own events are durable.
 */
export function createIngestQueue(write: Write) {
  const queues = new Map<string, Waiting[]>();

  async function drain(workspace: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const together = take(queue);
      try {
        const outcomes = await store(
          write,
          workspace,
          together.flatMap((entry) => entry.events),
        );
        let from = 0;
        for (const { events, done } of together) {
          done(outcomes.slice(from, from + events.length));
          from += events.length;
        }
      } catch (error) {
        for (const { failed } of together) failed(error);
      }
    }
    queues.delete(workspace);
  }

  return (workspace: string, events: readonly IncomingEvent[]): Promise<Outcome[]> =>
    new Promise((done, failed) => {
      const entry = { events, done, failed };
      const queue = queues.get(workspace);
      if (queue) {
        queue.push(entry);
        return;
      }
      const started = [entry];
      queues.set(workspace, started);
      void drain(workspace, started);
    });
}

function take(queue: Waiting[]): Waiting[] {
  let count = 0;
  const fits = queue.findIndex((entry, index) => {
    count += entry.events.length;
    return index > 0 && count > MAX_EVENTS;
  });
  return queue.splice(0, fits === -1 ? queue.length : fits);
}

/** One outcome an event, in order. Of several with one id the first counts. */
async function store(
  write: Write,
  workspace: string,
  events: readonly IncomingEvent[],
): Promise<Outcome[]> {
  const first = new Map<string, IncomingEvent>();
  for (const event of events) if (!first.has(event.messageId)) first.set(event.messageId, event);
  const stored = await storeDistinct(write, workspace, [...first.values()]);
  return events.map((event) =>
    first.get(event.messageId) === event
      ? (stored.get(event.messageId) ?? "duplicate")
      : repeated(stored.get(event.messageId)),
  );
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
  retries = 3,
): Promise<Map<string, Outcome>> {
  try {
    const { fresh, erased, expired } = await write(workspace, events);
    const outcomeOf = (id: string): Outcome => {
      if (erased.has(id)) return "erased";
      if (expired.has(id)) return "expired";
      return fresh.has(id) ? "accepted" : "duplicate";
    };
    return new Map(events.map(({ messageId }) => [messageId, outcomeOf(messageId)]));
  } catch (error) {
    if (isTransient(error) && retries > 0) {
      return storeDistinct(write, workspace, events, retries - 1);
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
