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
