import * as z from "zod/mini";

const summary = {
  id: z.string(),
  /** Of the draft; sent back as `If-Match`. */
  revision: z.int(),
  updatedAt: z.int(),
  /** The version in the bundle. */
  published: z.nullable(z.int()),
  /** The draft differs from the published version. */
  changed: z.boolean(),
  archived: z.boolean(),
};

export const DocumentList = z.object({
  items: z.array(z.object({ ...summary, name: z.unknown() })),
});
export type DocumentList = z.infer<typeof DocumentList>;

export const Document = z.object({ ...summary, body: z.record(z.string(), z.unknown()) });
export type Document = z.infer<typeof Document>;

/** What a publication did. `revision` is the workspace's, which devices compare. */
export const Publication = z.object({ version: z.nullable(z.int()), revision: z.int() });
export type Publication = z.infer<typeof Publication>;

const version = { version: z.int(), publishedAt: z.int(), publishedBy: z.uuid() };

export const VersionList = z.object({ items: z.array(z.object(version)) });
export type VersionList = z.infer<typeof VersionList>;

export const Version = z.object({ ...version, body: z.record(z.string(), z.unknown()) });
export type Version = z.infer<typeof Version>;
