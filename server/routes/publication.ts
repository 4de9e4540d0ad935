import * as z from "zod/mini";
import { DOCUMENTS, type DocumentKind } from "../../lib/model/documents.ts";
import type { Deps } from "../deps.ts";
import { readHistory } from "../documents/history.ts";
import { publish } from "../documents/publish.ts";
import { readReviewRequired, review, setReviewRequired } from "../documents/review.ts";
import { readDraft } from "../documents/store.ts";
import { type Route, route } from "../http/route.ts";
import { actOf, draftReply } from "./document-call.ts";
import { principalOf } from "./principal.ts";

/** From draft to publication, and who did what: the same for every kind of document. */
export function publicationRoutes(deps: Deps): Route[] {
  const kinds = Object.keys(DOCUMENTS) as DocumentKind[];
  return [
    ...kinds.flatMap((kind) => [...reviewRoutes(deps, kind), ...publishRoutes(deps, kind)]),
    ...settingRoutes(deps),
  ];
}

function publishRoutes({ db, clock }: Deps, kind: DocumentKind): Route[] {
  return [
    route({
      method: "POST",
      path: `/v1/${kind}/:id/publish`,
      access: "author",
      summary:
        "Put a version into the bundle of an environment: the draft as a new immutable one, or the one that is named.",
      body: "publication-order",
      bodyOptional: true,
      reply: "publication",
      handle: async (call) => {
        const act = actOf(call, kind, clock());
        const { created, ...publication } = await db.transaction(act.workspace, (sql) =>
          publish(sql, act, call.body),
        );
        return { status: created ? 201 : 200, body: publication };
      },
    }),
    route({
      method: "GET",
      path: `/v1/${kind}/:id/history`,
      access: "viewer",
      summary: "Who did what with the document when, newest first.",
      query: z.object({
        before: z.optional(
          z.coerce.number().check(z.int(), z.positive(), z.maximum(2_147_483_647)),
        ),
      }),
      reply: "document-history",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const { before } = call.query;
        return db.read(workspace, async (sql) => {
          await readDraft(sql, workspace, kind, id);
          return { body: await readHistory(sql, workspace, { kind, id, before }) };
        });
      },
    }),
  ];
}

function reviewRoutes({ db, clock }: Deps, kind: DocumentKind): Route[] {
  return [
    route({
      method: "POST",
      path: `/v1/${kind}/:id/review`,
      access: "author",
      summary: "Ask for a review of the draft.",
      reply: "document",
      handle: async (call) => {
        const act = actOf(call, kind, clock());
        return db.transaction(act.workspace, async (sql) =>
          draftReply(await review(sql, act, { act: "review_asked" })),
        );
      },
    }),
    route({
      method: "POST",
      path: `/v1/${kind}/:id/approve`,
      access: "author",
      summary: "Approve the draft; not for who wrote it last, unless an administrator.",
      reply: "document",
      handle: async (call) => {
        const act = actOf(call, kind, clock());
        const { role } = principalOf(call);
        return db.transaction(act.workspace, async (sql) =>
          draftReply(await review(sql, act, { act: "approved", role })),
        );
      },
    }),
    route({
      method: "POST",
      path: `/v1/${kind}/:id/return`,
      access: "author",
      summary: "Return the draft to who wrote it, with a note that says why.",
      body: "review-note",
      reply: "document",
      handle: async (call) => {
        const act = actOf(call, kind, clock());
        return db.transaction(act.workspace, async (sql) =>
          draftReply(await review(sql, act, { act: "returned", note: call.body.note })),
        );
      },
    }),
  ];
}

function settingRoutes({ db }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/settings/review",
      access: "viewer",
      summary: "Whether somebody else must approve a draft before it is published in production.",
      reply: "review-setting",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return db.read(workspace, async (sql) => ({
          body: { required: await readReviewRequired(sql, workspace) },
        }));
      },
    }),
    route({
      method: "PUT",
      path: "/v1/settings/review",
      access: "admin",
      summary:
        "Set whether somebody else must approve a draft before it is published in production.",
      body: "review-setting",
      reply: "review-setting",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        await db.transaction(workspace, (sql) =>
          setReviewRequired(sql, workspace, call.body.required),
        );
        return { body: call.body };
      },
    }),
  ];
}
