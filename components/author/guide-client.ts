import * as z from "zod/mini";
import { Guide } from "../../lib/model/guide.ts";
import { Localized } from "../../lib/model/primitives.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";
import type { Session } from "./ports.ts";

const summary = {
  id: z.string(),
  revision: z.int(),
  updatedAt: z.int(),
  /** The version people get, or null. */
  published: z.nullable(z.int()),
  /** The draft differs from what is published. */
  changed: z.boolean(),
  archived: z.boolean(),
  /** The version that browsers of staging get, or null. */
  staging: z._default(z.nullable(z.int()), null),
  stagingChanged: z._default(z.boolean(), true),
  review: z._default(z.enum(["draft", "in_review", "approved"]), "draft"),
};

const GuideList = z.object({
  items: z.array(z.object({ ...summary, name: z.union([Localized, z.string()]) })),
});
export type ServerGuide = z.infer<typeof GuideList>["items"][number];

export const ServerDraft = z.object({ ...summary, body: Guide });
export type ServerDraft = z.infer<typeof ServerDraft>;

const Publication = z.object({ version: z.nullable(z.int()) });

const version = { version: z.int(), publishedAt: z.int() };
const VersionList = z.object({ items: z.array(z.object(version)) });
export type VersionItem = z.infer<typeof VersionList>["items"][number];
const Version = z.object({ ...version, body: Guide });

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** What an author does with guides on the server; none of it throws. */
export interface GuideClient {
  list(signal?: AbortSignal): Answer<ServerGuide[]>;
  read(guide: string): Answer<ServerDraft>;
  /** Refused as "changed" if the draft is not of this revision any more; 0: there must be none. */
  save(guide: Guide, revision: number): Answer<ServerDraft>;
  /** Takes it from everybody; its versions stay. */
  archive(guide: string): Answer<unknown>;
  versions(guide: string): Answer<VersionItem[]>;
  version(guide: string, version: number): Answer<Guide>;
}

export function createGuideClient(session: Session, request: typeof fetch): GuideClient {
  const ask = createAskServer(session, request);
  const path = (guide: string) => `/v1/guides/${encodeURIComponent(guide)}`;
  return {
    async list(signal) {
      const answer = await ask("/v1/guides", GuideList, signal && { signal });
      return answer.ok ? { ok: true, value: answer.value.items } : answer;
    },
    read: (guide) => ask(path(guide), ServerDraft),
    save: (guide, revision) =>
      ask(path(guide.id), ServerDraft, { method: "PUT", body: guide, revision }),
    archive: (guide) => ask(path(guide), Publication, { method: "DELETE" }),
    async versions(guide) {
      const answer = await ask(`${path(guide)}/versions`, VersionList);
      return answer.ok ? { ok: true, value: answer.value.items } : answer;
    },
    async version(guide, number) {
      const answer = await ask(`${path(guide)}/versions/${number}`, Version);
      return answer.ok ? { ok: true, value: answer.value.body } : answer;
    },
  };
}
