import type { DocumentKind } from "../../lib/model/documents.ts";
import type { Principal } from "../auth/access.ts";
import type { Act } from "../documents/act.ts";
import type { Document } from "../documents/schemas.ts";
import { badRequest } from "../http/errors.ts";
import type { Reply } from "../http/route.ts";
import { principalOf } from "./principal.ts";

interface DocumentCall {
  principal: Principal | null;
  params: Readonly<Record<string, string>>;
  request: Request;
}

/** What somebody asks to be done with the document that the path names. `at` is epoch ms. */
export function actOf(call: DocumentCall, kind: DocumentKind, at: number): Act {
  const { workspace, id: by } = principalOf(call);
  return {
    workspace,
    kind,
    id: call.params.id ?? "",
    at,
    by,
    expected: readExpected(call.request),
  };
}

export function draftReply(document: Document): Reply {
  return { body: document, headers: { ETag: `"${document.revision}"` } };
}

/** The revision that the draft must have: of `If-Match`, or 0 for `If-None-Match: *`. */
export function readExpected(request: Request): number | undefined {
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

export function readNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
