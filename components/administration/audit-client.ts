import * as z from "zod/mini";
import { type AuditKind, AuditLog } from "../../lib/model/audit.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;

export interface AuditFilter {
  /** A token; null: everybody's. */
  by: string | null;
  kind: AuditKind | null;
  /** "YYYY-MM-DD" in the person's own time zone. */
  day: string | null;
}

const Tokens = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
/** A personal token, by which it is told who did something. */
export type Token = z.infer<typeof Tokens>["items"][number];

const PAGE = 50;

/** What was done, as administrators read it; none of it throws. */
export interface AuditClient {
  /** Those that were revoked too. */
  tokens(signal: AbortSignal): Answer<Token[]>;
  /** A page, the newest first; `after` is the `next` of the page before. */
  read(filter: AuditFilter, after: string | null, signal?: AbortSignal): Answer<AuditLog>;
}

export function createAuditClient(
  session: { server: string; token: string },
  request: typeof fetch,
): AuditClient {
  const ask = createAskServer(session, request);
  return {
    async tokens(signal) {
      const answer = await ask("/v1/tokens", Tokens, { signal });
      return answer.ok ? { ok: true, value: answer.value.items } : answer;
    },
    read(filter, after, signal) {
      const query = new URLSearchParams({
        limit: String(PAGE),
        ...(filter.by && { by: filter.by }),
        ...(filter.kind && { kind: filter.kind }),
        ...(filter.day && daysOf(filter.day)),
        ...(after && { after }),
      });
      return ask(`/v1/audit?${query}`, AuditLog, { ...(signal && { signal }) });
    },
  };
}

/** From the first moment of a day to that of the next, epoch ms. */
function daysOf(day: string): { from: string; until: string } {
  const from = new Date(`${day}T00:00`);
  const until = new Date(from);
  until.setDate(until.getDate() + 1);
  return { from: String(from.getTime()), until: String(until.getTime()) };
}
