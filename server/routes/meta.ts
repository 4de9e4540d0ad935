import type { Deps } from "../deps.ts";
import { notFound } from "../http/errors.ts";
import { openApi, schemaNames } from "../http/openapi.ts";
import { type Route, route } from "../http/route.ts";
import { jsonSchema } from "../schemas.ts";

/** What the API says about itself. */
export function metaRoutes({ db, log }: Deps, all: () => readonly Route[]): Route[] {
  return [
    route({
      method: "GET",
      path: "/healthz",
      access: "public",
      summary: "Whether the server and its database answer.",
      reply: "health",
      handle: async () => {
        try {
          await db.ping();
          return { body: { status: "ok" } };
        } catch (error) {
          log.error("the database does not answer", error);
          return { status: 503, body: { status: "unavailable" } };
        }
      },
    }),
    route({
      method: "GET",
      path: "/openapi.json",
      access: "public",
      summary: "This description.",
      handle: async () => ({ body: openApi(all()) }),
    }),
    route({
      method: "GET",
      path: "/v1/schema/:file",
      access: "public",
      summary: `A JSON Schema: NAME.json with one of ${schemaNames().join(", ")}.`,
      handle: async (call) => {
        const { file = "" } = call.params;
        const name = schemaNames().find((candidate) => `${candidate}.json` === file);
        if (!name) throw notFound(`schema "${file.slice(0, 60)}"`);
        return { body: jsonSchema(name), headers: { "Content-Type": "application/schema+json" } };
      },
    }),
  ];
}
