import {
  DOCUMENTS,
  type DocumentBody,
  type DocumentKind,
  readDocument,
} from "../../lib/model/documents.ts";
import type { Environment } from "../../lib/model/environment.ts";
import { type Reference, referencesOf } from "../../lib/model/references.ts";
import type { Sql } from "../db/database.ts";

export type Published = {
  [K in DocumentKind]: { kind: K; id: string; version: number; body: DocumentBody<K> };
}[DocumentKind];

/** The column of `documents` with the version in force. */
export const IN_FORCE: Readonly<Record<Environment, string>> = {
  production: "published_version",
  staging: "staging_version",
};

/** Every document in force, in the newest format, in a fixed order. */
export async function readPublished(
  sql: Sql,
  workspace: string,
  environment: Environment = "production",
): Promise<Published[]> {
  const rows = await sql.query<{ kind: DocumentKind; id: string; version: number; body: unknown }>(
    `SELECT v.kind, v.id, v.version, v.body FROM documents d JOIN document_versions v
       ON v.workspace_id = d.workspace_id AND v.kind = d.kind AND v.id = d.id AND v.version = d.${IN_FORCE[environment]}
     WHERE d.workspace_id = $1`,
    [workspace],
  );
  const published = rows.map(({ kind, id, version, body }) => {
    const result = readDocument(kind, body);
    if (!result.ok) throw new Error(`published ${kind} ${id} cannot be read`);
    return { kind, id, version, body: result.value } as Published;
  });
  return published.sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));
}

function order({ kind }: Published): number {
  return Object.keys(DOCUMENTS).indexOf(kind);
}

/** The references of a document that lead to nothing published. */
export function missingReferences(
  document: Parameters<typeof referencesOf>[0],
  published: readonly Published[],
): Reference[] {
  return referencesOf(document).filter(
    (reference) =>
      !published.some((other) => other.kind === reference.kind && other.id === reference.id),
  );
}

/** The published documents that name this one. */
export function usersOf(
  kind: DocumentKind,
  id: string,
  published: readonly Published[],
): { document: Published; path: string }[] {
  return published.flatMap((document) =>
    referencesOf(document)
      .filter((reference) => reference.kind === kind && reference.id === id)
      .map(({ path }) => ({ document, path })),
  );
}
