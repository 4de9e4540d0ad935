import { DOCUMENTS, type DocumentKind } from "../../lib/model/documents.ts";
import type { Deps } from "../deps.ts";
import { archive, publish } from "../documents/publish.ts";
import type { Document } from "../documents/schemas.ts";
import {
  listDocuments,
  listVersions,
  readDraft,
  readVersion,
  writeDraft,
} from "../documents/store.ts";
import { badRequest, notFound } from "../http/errors.ts";
import { type Reply, type Route, route } from "../http/route.ts";
import type { SchemaName } from "../schemas.ts";
import { principalOf } from "./principal.ts";

const SINGULAR: Readonly<Record<DocumentKind, SchemaName>> = {
  features: "feature",
  signals: "signal",
  guides: "guide",
  segments: "segment",
  experiments: "experiment",
};

/** Drafts, publication and versions: the same for every kind of document. */
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
  const act = (call: Parameters<Route["handle"]>[0]) => {
    const { workspace, id: by } = principalOf(call);
    return { workspace, kind, id: call.params.id ?? "", at: clock(), by };
  };
  return [
    route({
      method: "PUT",
      path: `/v1/${kind}/:id`,
      access: "author",
      summary: 'Write a draft. "If-Match" with the revision that was read refuses lost updates.',
      body: SINGULAR[kind],
      reply: "document",
      handle: async (call) => {
        const { workspace, id, at, by } = act(call as never);
        const expected = readExpected(call.request);
        return draftReply(
          await db.transaction(workspace, (sql) =>
            writeDraft(sql, workspace, kind, { id, body: call.body, expected, at, by }),
          ),
        );
      },
    }),
    route({
      method: "DELETE",
      path: `/v1/${kind}/:id`,
      access: "author",
      summary: "Archive: out of the bundle; the versions stay.",
      reply: "publication",
      handle: async (call) => {
        const order = act(call as never);
        return { body: await db.transaction(order.workspace, (sql) => archive(sql, order)) };
      },
    }),
    route({
      method: "POST",
      path: `/v1/${kind}/:id/publish`,
      access: "author",
      summary: "Make the draft a new immutable version and put it into the bundle.",
      reply: "publication",
      handle: async (call) => {
        const order = act(call as never);
        const { created, ...publication } = await db.transaction(order.workspace, (sql) =>
          publish(sql, order),
        );
        return { status: created ? 201 : 200, body: publication };
      },
    }),
  ];
}

function draftReply(document: Document): Reply {
  return { body: document, headers: { ETag: `"${document.revision}"` } };
}

/** The revision that the draft must have: of `If-Match`, or 0 for `If-None-Match: *`. */
function readExpected(request: Request): number | undefined {
  if (request.headers.get("if-none-match")?.trim() === "*") return 0;
  const header = request.headers.get("if-match")?.trim();
  if (header === undefined || header === "*") return undefined;
  const revision = readNumber(header.replace(/^(?:W\/)?"(.*)"$/, "$1"));
  if (revision !== undefined) return revision;
  throw badRequest([
    {
      path: "If-Match",
      found: JSON.stringify(header.slice(0, 60)),
      allowed: 'an ETag such as "3"',
    },
  ]);
}

function readNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
