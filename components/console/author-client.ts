import * as z from "zod/mini";
import { Guide } from "../../lib/model/guide.ts";
import type { Outcome } from "../ui/resource.ts";
import { createConsoleClient, type GuideItem } from "./client.ts";
import { createAskServer, type QueryError } from "./request.ts";

const Draft = z.object({
  revision: z.int(),
  published: z.nullable(z.int()),
  /** It differs from what is published. */
  changed: z.boolean(),
  body: Guide,
});
export type Draft = z.infer<typeof Draft>;

const Publication = z.object({ version: z.nullable(z.int()) });

/** What an author does with guides on the server; none of it throws. */
export interface AuthorClient {
  server: string;
  guides(signal: AbortSignal): Promise<Outcome<GuideItem[], QueryError>>;
  draft(guide: string): Promise<Outcome<Draft, QueryError>>;
  /** Refused as "changed" if the draft is not of this revision any more. */
  save(body: Guide, revision: number): Promise<Outcome<Draft, QueryError>>;
  publish(guide: string): Promise<Outcome<unknown, QueryError>>;
  /** Refused as "changed" like a write. */
  askReview(guide: string, revision: number): Promise<Outcome<unknown, QueryError>>;
}

export function createAuthorClient(
  session: { server: string; token: string },
  request: typeof fetch,
): AuthorClient {
  const ask = createAskServer(session, request);
  const path = (guide: string) => `/v1/guides/${encodeURIComponent(guide)}`;
  return {
    server: session.server,
    guides: createConsoleClient(session, request).guides,
    draft: (guide) => ask(path(guide), Draft),
    save: (body, revision) => ask(path(body.id), Draft, { method: "PUT", body, revision }),
    publish: (guide) => ask(`${path(guide)}/publish`, Publication, { method: "POST" }),
    askReview: (guide, revision) =>
      ask(`${path(guide)}/review`, Draft, { method: "POST", revision }),
  };
}
