import * as z from "zod/mini";
import { AhaMoments } from "../../lib/model/aha.ts";
import type { DocumentKind } from "../../lib/model/documents.ts";
import type { Outcome } from "../ui/resource.ts";
import type { AhaDocuments } from "./aha-plan.ts";
import { createAskServer, type QueryError } from "./request.ts";

const Summary = z.object({
  id: z.string(),
  published: z.nullable(z.int()),
  archived: z.boolean(),
});
const SummaryList = z.object({ items: z.array(Summary) });
const Publication = z.object({ version: z.nullable(z.int()) });

/** "Stayed": active from the day `from` until before the day `to` after that of the first use. */
export interface Staying {
  from: number;
  to: number;
}

/** What the console does about aha moments; none of it throws. */
export interface AhaClient {
  moments(staying: Staying, signal: AbortSignal): Promise<Outcome<AhaMoments, QueryError>>;
  /** The ids of the signals that are there. */
  signals(signal: AbortSignal): Promise<Outcome<ReadonlySet<string>, QueryError>>;
  /** Publishes the signal; experiment and guide become drafts. May be repeated after a failure. */
  make(documents: AhaDocuments): Promise<Outcome<unknown, QueryError>>;
  /** Archives all three. Refused as "changed" once somebody has published the guide or the experiment. */
  undo(id: string): Promise<Outcome<unknown, QueryError>>;
}

const DONE: Outcome<unknown, QueryError> = { ok: true, value: null };

export function createAhaClient(
  session: { server: string; token: string },
  request: typeof fetch,
): AhaClient {
  const ask = createAskServer(session, request);
  const path = (kind: DocumentKind, id: string) => `/v1/${kind}/${encodeURIComponent(id)}`;
  const write = (kind: DocumentKind, body: { id: string }) =>
    ask(path(kind, body.id), Summary, { method: "PUT", body });
  const archive = async (kind: DocumentKind, id: string) => {
    const answer = await ask(path(kind, id), Publication, { method: "DELETE" });
    return !answer.ok && answer.error.code === "missing" ? DONE : answer;
  };
  return {
    moments: ({ from, to }, signal) =>
      ask(`/v1/query/aha?from=${from}&to=${to}`, AhaMoments, { signal }),
    async signals(signal) {
      const list = await ask("/v1/signals", SummaryList, { signal });
      if (!list.ok) return list;
      const there = list.value.items.filter(({ archived }) => !archived);
      return { ok: true, value: new Set(there.map(({ id }) => id)) };
    },
    make: (documents) =>
      inOrder([
        () => write("signals", documents.signal),
        () =>
          ask(`${path("signals", documents.signal.id)}/publish`, Publication, { method: "POST" }),
        () => write("experiments", documents.experiment),
        () => write("guides", documents.guide),
      ]),
    async undo(id) {
      for (const kind of ["guides", "experiments"] as const) {
        const now = await ask(path(kind, id), Summary);
        if (!now.ok && now.error.code !== "missing") return now;
        if (now.ok && now.value.published !== null)
          return { ok: false, error: { code: "changed" } };
      }
      return inOrder(
        (["guides", "experiments", "signals"] as const).map((kind) => () => archive(kind, id)),
      );
    },
  };
}

/** One after the other, until one fails. */
async function inOrder(
  acts: readonly (() => Promise<Outcome<unknown, QueryError>>)[],
): Promise<Outcome<unknown, QueryError>> {
  for (const act of acts) {
    const outcome = await act();
    if (!outcome.ok) return outcome;
  }
  return DONE;
}
