import { parse } from "../../lib/model/parse.ts";
import { WIRE_LIMITS, WireBatch } from "../../lib/model/wire.ts";
import type { Principal } from "../auth/access.ts";
import type { Deps } from "../deps.ts";
import { ApiError, badRequest, tooMany } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { createLimiter } from "../http/token-bucket.ts";
import { createIngest } from "../ingest/ingest.ts";
import { principalOf } from "./principal.ts";

const SINGLE = ["track", "identify", "group", "page"] as const;

/** The Segment HTTP tracking API. A page may use it without preflight: text/plain, the write key in the body. */
export function ingestRoutes(deps: Deps): Route[] {
  const ingest = createIngest(deps);
  const limiter = deps.rate && createLimiter(deps.rate, deps.clock);

  async function accept(principal: Principal, messages: readonly unknown[], sentAt?: string) {
    const wait = limiter?.take(principal.id, messages.length) ?? 0;
    if (wait > 0) throw tooMany("Too many messages with this write key.", wait);
    return { body: await ingest(principal, messages, sentAt) };
  }

  const batch = route({
    method: "POST",
    path: "/v1/batch",
    access: "append",
    summary: "Store up to 200 messages; the answer says of each whether it was accepted.",
    body: "wire-batch",
    reply: "wire-reply",
    bodyLimit: WIRE_LIMITS.bodyBytes,
    handle: async (call) => {
      const { batch: messages, sentAt } = readBatch(call.body);
      return accept(principalOf(call), messages, sentAt);
    },
  });
  const singles = SINGLE.map((type) =>
    route({
      method: "POST",
      path: `/v1/${type}`,
      access: "append",
      summary: `Store one "${type}" message.`,
      body: "single-message",
      reply: "wire-reply",
      bodyLimit: WIRE_LIMITS.bodyBytes,
      handle: async (call) => accept(principalOf(call), [toMessage(call.body, type)]),
    }),
  );
  return [batch, ...singles];
}

function readBatch(body: unknown): WireBatch {
  const count = (body as { batch?: unknown[] } | null)?.batch?.length ?? 0;
  if (count > WIRE_LIMITS.batch) {
    throw new ApiError(413, "too_large", `A batch may have ${WIRE_LIMITS.batch} messages.`);
  }
  const result = parse(WireBatch, body);
  if (!result.ok) throw badRequest(result.error);
  return result.value;
}

function toMessage(body: unknown, type: string): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw badRequest([{ path: "", found: JSON.stringify(typeof body), allowed: "a message" }]);
  }
  const { writeKey: _, ...message } = body as Record<string, unknown>;
  return { ...message, type };
}
