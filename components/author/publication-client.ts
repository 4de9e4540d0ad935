import * as z from "zod/mini";
import { DocumentHistory } from "../../lib/model/document-history.ts";
import type { Environment } from "../../lib/model/environment.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";
import { ServerDraft } from "./guide-client.ts";
import type { Session } from "./ports.ts";

const Publication = z.object({ version: z.nullable(z.int()) });
const ReviewSetting = z.object({ required: z.boolean() });

export type Verdict = { act: "review" | "approve" } | { act: "return"; note: string };

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** What becomes of a guide's draft on the server; none of it throws. */
export interface PublicationClient {
  /** Without a version: the draft. */
  publish(environment: Environment, version?: number): Answer<{ version: number | null }>;
  /** Refused as "changed" if the draft is not of this revision any more. */
  review(verdict: Verdict, revision: number): Answer<ServerDraft>;
  /** Newest first; those before the number, if there is one. */
  history(before: number | null): Answer<DocumentHistory>;
  /** Whether somebody else must approve a draft before it goes to production. */
  reviewRequired(): Answer<boolean>;
}

export function createPublicationClient(
  guide: string,
  session: Session,
  request: typeof fetch,
): PublicationClient {
  const ask = createAskServer(session, request);
  const path = `/v1/guides/${encodeURIComponent(guide)}`;
  return {
    publish: (environment, version) =>
      ask(`${path}/publish`, Publication, {
        method: "POST",
        body: { environment, ...(version !== undefined && { version }) },
      }),
    review: ({ act, ...body }, revision) =>
      ask(`${path}/${act}`, ServerDraft, {
        method: "POST",
        revision,
        ...("note" in body && { body }),
      }),
    history: (before) =>
      ask(`${path}/history${before ? `?before=${before}` : ""}`, DocumentHistory),
    async reviewRequired() {
      const answer = await ask("/v1/settings/review", ReviewSetting);
      return answer.ok ? { ok: true, value: answer.value.required } : answer;
    },
  };
}
