import { DOCUMENTS, type DocumentKind } from "../../lib/model/documents.ts";
import type { Deps } from "../deps.ts";
import { archive } from "../documents/archive.ts";
import { listDocuments, listVersions, readDraft, readVersion } from "../documents/store.ts";
import { writeDraft } from "../documents/write-draft.ts";
import { notFound } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import type { SchemaName } from "../schemas.ts";
import { actOf, draftReply, readNumber } from "./document-call.ts";
import { principalOf } from "./principal.ts";

const SINGULAR: Readonly<Record<DocumentKind, SchemaName>> = {
  features: "feature",
  signals: "signal",
  guides: "guide",
  segments: "segment",
  experiments: "experiment",
};

/** Drafts and versions: the same for every kind of document. */
export function documentRoutes(deps: Deps): Route[] {
  return (Object.keys(DOCUMENTS) as DocumentKind[]).flatMap((kind) => [
    ...readRoutes(deps, kind),
    ...writeRoutes(deps, kind),
  ]);
}

function readRoutes({ db }: Deps, kind: DocumentKind): Route[] {
  const get = (path: string, summary: string, reply: SchemaName, read: Route["handle"]): Route => ({
    method: "GET",
    path,
    access: "viewer",
    summary,
    reply,
    handle: read,
  });
  return [
    get(`/v1/${kind}`, `List the ${kind}.`, "document-list", async (call) => {
      const { workspace } = principalOf(call);
      return {
        body: await db.transaction(workspace, (sql) => listDocuments(sql, workspace, kind)),
      };
    }),
    get(`/v1/${kind}/:id`, "Read a draft.", "document", async (call) => {
      const { workspace } = principalOf(call);
      const { id = "" } = call.params;
      return draftReply(
        await db.transaction(workspace, (sql) => readDraft(sql, workspace, kind, id)),
      );
    }),
    get(
      `/v1/${kind}/:id/versions`,
      "List the published versions.",
      "version-list",
      async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return {
          body: await db.transaction(workspace, (sql) => listVersions(sql, workspace, kind, id)),
        };
      },
    ),
    get(`/v1/${kind}/:id/versions/:version`, "Read a version.", "version", async (call) => {
      const { workspace } = principalOf(call);
      const { id = "", version = "" } = call.params;
      const number = readNumber(version);
      if (number === undefined) throw notFound(`version "${version}"`);
      return {
        body: await db.transaction(workspace, (sql) =>
          readVersion(sql, workspace, kind, id, number),
        ),
      };
    }),
  ];
}

function writeRoutes({ db, clock }: Deps, kind: DocumentKind): Route[] {
  return [
    route({
      method: "PUT",
      path: `/v1/${kind}/:id`,
      access: "author",
      summary: 'Write a draft. "If-Match" with the revision that was read refuses lost updates.',
      body: SINGULAR[kind],
      reply: "document",
      handle: async (call) => {
        const act = actOf(call, kind, clock());
        return draftReply(
          await db.transaction(act.workspace, (sql) => writeDraft(sql, act, call.body)),
        );
      },
    }),
    route({
      method: "DELETE",
      path: `/v1/${kind}/:id`,
      access: "author",
      summary: "Archive: out of all bundles; the versions stay.",
      reply: "publication",
      handle: async (call) => {
        const act = actOf(call, kind, clock());
        return { body: await db.transaction(act.workspace, (sql) => archive(sql, act)) };
      },
    }),
  ];
}
