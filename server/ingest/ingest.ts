import type { WireReply, WireResult } from "../../lib/model/wire.ts";
import { createVerifier, readIdentityKeys, type Verify } from "../auth/identity.ts";
import type { Deps } from "../deps.ts";
import { createDriftWatch } from "../drift/watch.ts";
import type { IncomingEvent } from "./event.ts";
import { createIngestQueue, type Outcome } from "./queue.ts";
import { readMessage } from "./read-message.ts";
import { writeEvents } from "./write.ts";

const ERASED =
  "message: found what happened before this person's data were deleted, allowed is what happened since";

/** Stores what can be stored and says of each message, in order, what became of it. */
export type Ingest = (
  workspace: string,
  messages: readonly unknown[],
  sentAt: string | undefined,
) => Promise<WireReply>;

export function createIngest(deps: Deps): Ingest {
  const store = createIngestQueue((workspace, events) => writeEvents(deps.db, workspace, events));
  const watchDrift = createDriftWatch(deps);
  return async (workspace, messages, sentAt) => {
    const options = {
      sentAt,
      receivedAt: deps.clock(),
      newId: deps.newId,
      verify: lazyVerifier(deps, workspace),
    };
    const read = await Promise.all(messages.map((message) => readMessage(message, options)));
    const events = read.flatMap((result) => (result.ok ? [result.value] : []));
    const outcomes = events.length > 0 ? await store(workspace, events) : [];
    const outcomeOf = new Map<IncomingEvent, Outcome | undefined>(
      events.map((event, index) => [event, outcomes[index]]),
    );
    watchDrift(
      workspace,
      events.filter((event) => outcomeOf.get(event) === "accepted"),
    );
    if (outcomes.includes("accepted")) deps.stored?.(workspace);
    const results = read.map((result, index): WireResult => {
      const messageId = messageIdOf(messages[index]);
      if (!result.ok) return { messageId, status: "rejected", reason: result.error };
      const outcome = outcomeOf.get(result.value);
      if (outcome === "accepted" || outcome === "duplicate") return { messageId, status: outcome };
      const reason = outcome === "erased" ? ERASED : "message: the database cannot hold it";
      return { messageId, status: "rejected", reason };
    });
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
