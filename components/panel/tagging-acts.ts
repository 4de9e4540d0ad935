import type { Feature } from "../../lib/model/feature.ts";
import type { FeatureClient, FeatureItem } from "../console/feature-client.ts";
import type { QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

/** What was done last, and what was there before it. */
export interface TagDone {
  what: "saved" | "published" | "archived" | "undone" | "asked" | "approved";
  name: string;
  undo: Before | null;
}

/** A draft as the server has it. */
export type ServerFeature = Pick<FeatureItem, "id" | "name" | "revision">;
export type ReviewStep = "ask" | "approve" | "publish";

interface Before {
  feature: string;
  /** Null: it was not there. */
  body: Feature | null;
  wasPublished: boolean;
}

/** A draft that was written and could not be published is told. */
export type Refused = QueryError & { written?: { id: string; revision: number } };

type Done = Outcome<TagDone, Refused>;

export async function saveFeature(
  author: FeatureClient,
  items: readonly FeatureItem[],
  { feature, revision, publish }: { feature: Feature; revision: number; publish: boolean },
): Promise<Done> {
  const undo = await readBefore(author, items, feature.id);
  const error = await put(author, feature, revision, publish);
  if (error) return { ok: false, error };
  const what = publish ? "published" : "saved";
  return { ok: true, value: { what, name: feature.name, undo } };
}

export async function archiveFeature(
  author: FeatureClient,
  items: readonly FeatureItem[],
  feature: string,
): Promise<Done> {
  const undo = await readBefore(author, items, feature);
  const answer = await author.archive(feature);
  if (!answer.ok) return answer;
  return { ok: true, value: { what: "archived", name: undo.body?.name ?? feature, undo } };
}

/** Takes a draft a step on: a review is asked for, it is approved, or what is approved is published. */
export async function advanceFeature(
  author: FeatureClient,
  feature: ServerFeature,
  step: ReviewStep,
): Promise<Done> {
  const { id, name, revision } = feature;
  if (step === "publish") {
    const answer = await author.publish(id);
    return answer.ok ? { ok: true, value: { what: "published", name, undo: null } } : answer;
  }
  const answer = await author.review(id, step === "ask" ? "review" : "approve", revision);
  const what = step === "ask" ? "asked" : "approved";
  return answer.ok ? { ok: true, value: { what, name, undo: null } } : answer;
}

/** Puts back what was there before. What was new goes into the archive. */
export async function undoLast(author: FeatureClient, { name, undo }: TagDone): Promise<Done> {
  const undone: Done = { ok: true, value: { what: "undone", name, undo: null } };
  if (!undo) return undone;
  const { feature, body, wasPublished } = undo;
  if (!body) {
    const answer = await author.archive(feature);
    return answer.ok ? undone : answer;
  }
  const now = await author.draft(feature);
  if (!now.ok) return now;
  if (!wasPublished && now.value.published !== null) {
    const answer = await author.archive(feature);
    if (!answer.ok) return answer;
  }
  const error = await put(author, body, now.value.revision, wasPublished);
  return error ? { ok: false, error } : undone;
}

async function put(
  author: FeatureClient,
  body: Feature,
  revision: number,
  publish: boolean,
): Promise<Refused | null> {
  const saved = await author.save(body, revision);
  if (!saved.ok) return saved.error;
  const answer = publish ? await author.publish(body.id) : saved;
  return answer.ok
    ? null
    : {
        ...answer.error,
        written: { id: body.id, revision: saved.value.revision },
      };
}

async function readBefore(
  author: FeatureClient,
  items: readonly FeatureItem[],
  feature: string,
): Promise<Before> {
  const known = items.find(({ id }) => id === feature);
  if (!known || known.archived) return { feature, body: null, wasPublished: false };
  const draft = await author.draft(feature);
  const body = draft.ok ? draft.value.body : null;
  return { feature, body, wasPublished: known.published !== null };
}
