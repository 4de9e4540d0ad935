import type { WireReply, WireResult } from "../../lib/model/wire.ts";
import type { Principal } from "../auth/access.ts";
import { createVerifier, readIdentityKeys, type Verify } from "../auth/identity.ts";
import type { Deps } from "../deps.ts";
import { createDriftWatch } from "../drift/watch.ts";
import { createPacking } from "../usage/packing.ts";
import type { IncomingEvent } from "./event.ts";
import { createIngestQueue, type Outcome } from "./queue.ts";
import { readMessage } from "./read-message.ts";
import { makeBatch, writeEvents } from "./write.ts";

const REFUSED: Readonly<Record<Exclude<Outcome, "accepted" | "duplicate">, string>> = {
  unstorable: "message: the database cannot hold it",
  erased:
    "message: found what happened before this person's data were deleted, allowed is what happened since",
  expired:
    "timestamp: found a time of which nothing is kept any more, allowed is what the workspace's retention keeps",
};

/**
 * Stores what can be stored and says of each message, in order, what became of it. What staging sends is judged like
 * everything else and then let go (R62 of docs/spec/delivery.md).
 */
export type Ingest = (
  from: Pick<Principal, "workspace" | "environment">,
  messages: readonly unknown[],
  sentAt: string | undefined,
) => Promise<WireReply>;

export function createIngest(deps: Deps): Ingest {
  const packing = createPacking(deps);
  const store = createIngestQueue((workspace, events) => {
    const batch = makeBatch(workspace, events);
    return async () => {
      const written = await writeEvents(deps.db, batch);
      if (written.fresh.size > 0) {
        deps.stored?.(workspace, written.isQueued);
        await packing(workspace, written.fresh.size);
      }
      return written;
    };
  });
  const watchDrift = createDriftWatch(deps);

  async function keep(workspace: string, events: readonly IncomingEvent[]): Promise<Outcome[]> {
    const outcomes = events.length > 0 ? await store(workspace, events) : [];
    watchDrift(
      workspace,
      events.filter((_, index) => outcomes[index] === "accepted"),
    );
    return outcomes;
  }

  return async ({ workspace, environment }, messages, sentAt) => {
    const options = {
      sentAt,
      receivedAt: deps.clock(),
      newId: deps.newId,
      verify: lazyVerifier(deps, workspace),
    };
    const read = await Promise.all(messages.map((message) => readMessage(message, options)));
    const events = read.flatMap((result) => (result.ok ? [result.value] : []));
    const outcomes: readonly Outcome[] =
      environment === "staging" ? events.map(() => "accepted") : await keep(workspace, events);
    const outcomeOf = new Map<IncomingEvent, Outcome | undefined>(
      events.map((event, index) => [event, outcomes[index]]),
    );
    const results = read.map((result, index): WireResult => {
      const messageId = messageIdOf(messages[index]);
      if (!result.ok) return { messageId, status: "rejected", reason: result.error };
      const outcome = outcomeOf.get(result.value);
      if (outcome === "accepted" || outcome === "duplicate") return { messageId, status: outcome };
      return { messageId, status: "rejected", reason: REFUSED[outcome ?? "unstorable"] };
    });
    for (const [status, some] of Map.groupBy(results, (result) => result.status)) {
      deps.metrics.messages(status, some.length);
    }
    return { success: results.every((result) => result.status !== "rejected"), results };
  };
}

/** The workspace's keys are read when the first token turns up, once a request. */
function lazyVerifier(deps: Deps, workspace: string): Verify {
  let verifier: Promise<Verify> | undefined;
  return async (token, user, at) => {
    verifier ??= deps.db
      .transaction(workspace, (sql) => readIdentityKeys(sql, workspace))
      .then((keys) => createVerifier(workspace, keys));
    return (await verifier)(token, user, at);
  };
}

function messageIdOf(message: unknown): string | null {
  const id = (message as { messageId?: unknown } | null)?.messageId;
  return typeof id === "string" ? id : null;
}
