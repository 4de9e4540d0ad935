import * as z from "zod/mini";
import { Environment } from "../../lib/model/environment.ts";

/** How far a draft is on its way to production, where somebody else must approve it. */
export const ReviewState = z.enum(["draft", "in_review", "approved"]);
export type ReviewState = z.infer<typeof ReviewState>;

const summary = {
  id: z.string(),
  /** Of the draft; sent back as `If-Match`. */
  revision: z.int(),
  updatedAt: z.int(),
  /** The version in force in production. */
  published: z.nullable(z.int()),
  /** The draft differs from the published version. */
  changed: z.boolean(),
  /** The version in force in staging, and whether the draft differs from it. */
  staging: z.nullable(z.int()),
  stagingChanged: z.boolean(),
  /** An edit takes it back to "draft". */
  review: ReviewState,
  archived: z.boolean(),
};

export const DocumentList = z.object({
  items: z.array(z.object({ ...summary, name: z.unknown() })),
});
export type DocumentList = z.infer<typeof DocumentList>;

export const Document = z.object({ ...summary, body: z.record(z.string(), z.unknown()) });
export type Document = z.infer<typeof Document>;

/** Without a version, the draft is published. */
export const PublicationOrder = z.strictObject({
  /** Default: "production". */
  environment: z.optional(Environment),
  version: z.optional(z.int().check(z.positive(), z.maximum(2 ** 31 - 1))),
});
export type PublicationOrder = z.infer<typeof PublicationOrder>;

/** Why a draft is returned to who wrote it. */
export const ReviewNote = z.strictObject({
  note: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
});

export const ReviewSetting = z.strictObject({
  /** Whether somebody else must approve a draft before it is published in production. */
  required: z.boolean(),
});

/** What a publication did. `revision` is the environment's, which devices compare. */
export const Publication = z.object({ version: z.nullable(z.int()), revision: z.int() });
export type Publication = z.infer<typeof Publication>;

const version = { version: z.int(), publishedAt: z.int(), publishedBy: z.uuid() };

export const VersionList = z.object({ items: z.array(z.object(version)) });
export type VersionList = z.infer<typeof VersionList>;

export const Version = z.object({ ...version, body: z.record(z.string(), z.unknown()) });
export type Version = z.infer<typeof Version>;

export const DocumentAct = z.object({
  /** From 1, in the order in which they were done. */
  number: z.int(),
  act: z.enum([
    "created",
    "saved",
    "review_asked",
    "approved",
    "returned",
    "published",
    "rolled_back",
    "archived",
  ]),
  /** The name of the key or token it was done with. */
  by: z.string(),
  at: z.int(),
  /** Saves of one person in a row are one: how many, and when the last was. */
  times: z.int(),
  lastAt: z.int(),
  /** Of publications. */
  environment: z.nullable(Environment),
  version: z.nullable(z.int()),
  /** Why a draft was returned. */
  note: z.nullable(z.string()),
});
export type DocumentAct = z.infer<typeof DocumentAct>;

/** Newest first. `next` is there when there are older ones: ask with it as `before`. */
export const DocumentHistory = z.object({
  items: z.array(DocumentAct),
  next: z.nullable(z.int()),
});
export type DocumentHistory = z.infer<typeof DocumentHistory>;
