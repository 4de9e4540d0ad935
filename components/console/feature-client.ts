import * as z from "zod/mini";
import { Feature } from "../../lib/model/feature.ts";
import type { Outcome } from "../ui/resource.ts";
import { createAskServer, type QueryError } from "./request.ts";

const FeatureItem = z.object({
  id: z.string(),
  revision: z.int(),
  name: z.string(),
  /** The version people get, or null. */
  published: z.nullable(z.int()),
  /** The draft differs from it. */
  changed: z._default(z.boolean(), true),
  archived: z.boolean(),
  review: z._default(z.enum(["draft", "in_review", "approved"]), "draft"),
});
export type FeatureItem = z.infer<typeof FeatureItem>;

const FeatureDraft = z.object({
  revision: z.int(),
  published: z.nullable(z.int()),
  body: Feature,
});
export type FeatureDraft = z.infer<typeof FeatureDraft>;

const FeatureList = z.object({ items: z.array(FeatureItem) });
const Publication = z.object({ version: z.nullable(z.int()) });

/** What an author does with features on the server; none of it throws. */
export interface FeatureClient {
  /** Archived ones too: their ids are taken. */
  list(): Promise<Outcome<FeatureItem[], QueryError>>;
  draft(feature: string): Promise<Outcome<FeatureDraft, QueryError>>;
  /** Refused as "changed" if the draft is not of this revision any more; 0: none may be there. */
  save(body: Feature, revision: number): Promise<Outcome<FeatureDraft, QueryError>>;
  publish(feature: string): Promise<Outcome<unknown, QueryError>>;
  /** Refused as "changed" if the draft is not of this revision any more. */
  review(
    feature: string,
    act: "review" | "approve",
    revision: number,
  ): Promise<Outcome<unknown, QueryError>>;
  archive(feature: string): Promise<Outcome<unknown, QueryError>>;
}

export function createFeatureClient(
  session: { server: string; token: string },
  request: typeof fetch,
): FeatureClient {
  const ask = createAskServer(session, request);
  const path = (feature: string) => `/v1/features/${encodeURIComponent(feature)}`;
  return {
    async list() {
      const list = await ask("/v1/features", FeatureList);
      return list.ok ? { ok: true, value: list.value.items } : list;
    },
    draft: (feature) => ask(path(feature), FeatureDraft),
    save: (body, revision) => ask(path(body.id), FeatureDraft, { method: "PUT", body, revision }),
    publish: (feature) => ask(`${path(feature)}/publish`, Publication, { method: "POST" }),
    review: (feature, act, revision) =>
      ask(`${path(feature)}/${act}`, FeatureDraft, { method: "POST", revision }),
    archive: (feature) => ask(path(feature), Publication, { method: "DELETE" }),
  };
}
