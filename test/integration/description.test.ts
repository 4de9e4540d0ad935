import Ajv from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { toOpenApiPath } from "../../server/http/openapi.ts";
import { SCHEMAS } from "../../server/schemas.ts";
import { guide } from "../support/documents.ts";
import { useServer } from "../support/server.ts";

interface OpenApi {
  paths: Record<string, Record<string, { summary: string; security: unknown[] }>>;
  components: { schemas: Record<string, object> };
}

describe("description", () => {
  const server = useServer("embedded");
  const description = async () => (await server.ask<OpenApi>("/openapi.json")).body;

  it("R25: what is served is described, and what is described is served", async () => {
    const served = createApp(server.deps)
      .routes.filter((route) => route.method !== "OPTIONS")
      .map((route) => `${route.method.toLowerCase()} ${toOpenApiPath(route.path)}`);
    const described = Object.entries((await description()).paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        expect(operation.summary, path).not.toBe("");
        return `${method} ${path}`;
      }),
    );
    expect(described.sort()).toEqual([...new Set(served)].sort());
    expect(described.length).toBeGreaterThan(50);
  });

  it("R25: every reference in the description leads somewhere", async () => {
    const root = await description();
    const references: string[] = [];
    JSON.stringify(root, (key, value) => {
      if (key === "$ref") references.push(value);
      return value;
    });
    expect(references.length).toBeGreaterThan(100);
    for (const reference of new Set(references)) {
      const target = reference
        .split("/")
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root);
      expect(target, reference).toBeTypeOf("object");
    }
  });

  it("R25: every schema is served as JSON Schema and says the same as the server's own", async () => {
    for (const name of Object.keys(SCHEMAS)) {
      const { body } = await server.ask<object>(`/v1/schema/${name}.json`);
      expect(() => new Ajv({ strict: false, validateFormats: false }).compile(body)).not.toThrow();
    }
    const { body } = await server.ask<object>("/v1/schema/guide.json");
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(body);
    expect(validate(guide("good"))).toBe(true);
    expect(validate(guide("bad", { onload: "x" }))).toBe(false);
    expect((await server.ask("/v1/schema/none.json")).status).toBe(404);
  });
});
