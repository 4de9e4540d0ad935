import { previewImport, runImport } from "../accounts/import/run.ts";
import { listImports, readImport, reportCsv } from "../accounts/import/stored.ts";
import { undoImport } from "../accounts/import/undo.ts";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { principalOf } from "./principal.ts";

/** Of a file in base64, with what is said about it. */
const FILE_LIMIT = 16 * 1024 * 1024;

/** What a file would do. Apart from the others, because nothing is changed by it. */
export function importPreviewRoutes({ db, clock, newId }: Deps): Route[] {
  return [
    route({
      method: "POST",
      path: "/v1/imports/preview",
      access: "author",
      summary: "How a CSV file would be read, and what taking it would do. Nothing is changed.",
      body: "import-order",
      bodyLimit: FILE_LIMIT,
      reply: "import-preview",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const body = await previewImport(db, {
          workspace,
          order: call.body,
          by,
          at: clock(),
          newId,
        });
        return { body };
      },
    }),
  ];
}

/** Accounts from CSV files. */
export function importRoutes({ db, clock, newId }: Deps): Route[] {
  return [
    route({
      method: "POST",
      path: "/v1/imports",
      access: "author",
      summary: "Take a CSV file of accounts: each row whole, or not at all with what is wrong.",
      body: "import-order",
      bodyLimit: FILE_LIMIT,
      reply: "account-import",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const body = await runImport(db, { workspace, order: call.body, by, at: clock(), newId });
        return { status: 201, body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/imports",
      access: "viewer",
      summary: "Files that were taken, newest first.",
      reply: "account-imports",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        return { body: await db.read(workspace, (sql) => listImports(sql, workspace)) };
      },
    }),
    route({
      method: "GET",
      path: "/v1/imports/:id",
      access: "viewer",
      summary: "What became of each row of a file.",
      reply: "account-import",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        return { body: await db.read(workspace, (sql) => readImport(sql, workspace, id)) };
      },
    }),
    route({
      method: "GET",
      path: "/v1/imports/:id/report",
      access: "viewer",
      summary: "The same as a CSV file.",
      gives: ["text/csv"],
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const done = await db.read(workspace, (sql) => readImport(sql, workspace, id));
        return {
          bytes: new TextEncoder().encode(reportCsv(done)),
          headers: {
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'attachment; filename="import-report.csv"',
          },
        };
      },
    }),
    route({
      method: "POST",
      path: "/v1/imports/:id/undo",
      access: "author",
      summary: "Give fields back what they had before an import, unless they were changed since.",
      reply: "import-undone",
      handle: async (call) => {
        const { workspace, id: by } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.transaction(workspace, (sql) =>
          undoImport(sql, workspace, id, { at: clock(), by, newId }),
        );
        return { body };
      },
    }),
  ];
}
