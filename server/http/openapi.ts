import * as z from "zod/mini";
import { jsonSchema, SCHEMAS, type SchemaName } from "../schemas.ts";
import type { Route } from "./route.ts";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of these routes. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = toOpenApiPath(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Waymark",
      version: "1",
      description:
        "In-app customer success: events and signals in (Segment HTTP tracking API), guides out.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    webhooks: { accountNews: { post: accountNews() } },
    components: {
      schemas: Object.fromEntries(schemaNames().map((name) => [name, embedded(name)])),
      securitySchemes: {
        writeKey: { type: "http", scheme: "basic", description: "The write key as user name." },
        token: { type: "http", scheme: "bearer", description: "A personal token, or a write key." },
      },
    },
  };
}

/** R69 of docs/spec/delivery.md, as a target of kind "cloudevents" gets it. */
function accountNews(): Json {
  const text = { type: "string" };
  const properties = {
    specversion: { const: "1.0" },
    id: { ...text, description: "The same however often it is sent." },
    source: text,
    type: { ...text, description: '"waymark." and the name of the event.' },
    time: { ...text, format: "date-time" },
    data: reference("account-news"),
  };
  return {
    summary: "Something became another about an account.",
    requestBody: {
      required: true,
      content: {
        "application/cloudevents+json": {
          schema: { type: "object", required: Object.keys(properties), properties },
        },
      },
    },
    responses: { "2XX": { description: "Taken. Anything else is tried again, or dropped (R59)." } },
  };
}

export function schemaNames(): SchemaName[] {
  return Object.keys(SCHEMAS) as SchemaName[];
}

export function toOpenApiPath(path: string): string {
  return path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}");
}

function operation(route: Route): Json {
  return {
    summary: route.summary,
    security: security(route.access),
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    ...(route.body
      ? { requestBody: { required: !route.bodyOptional, content: json(reference(route.body)) } }
      : {}),
    ...(route.takes ? { requestBody: { required: true, content: binary(route.takes) } } : {}),
    responses: {
      "2XX": {
        description: "Done.",
        ...(route.reply ? { content: json(reference(route.reply)) } : {}),
        ...(route.gives ? { content: binary(route.gives) } : {}),
      },
      default: {
        description: "What was wrong.",
        content: json(reference("error")),
      },
    },
  };
}

function security(access: Route["access"]): Json[] {
  if (access === "public") return [];
  return access === "append" || access === "device"
    ? [{ writeKey: [] }, { token: [] }]
    : [{ token: [] }];
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodMiniType | undefined): Json[] {
  if (!query) return [];
  const { properties = {} } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema,
  }));
}

function json(schema: Json): Json {
  return { "application/json": { schema } };
}

function binary(types: readonly string[]): Json {
  return Object.fromEntries(types.map((type) => [type, {}]));
}

function reference(name: SchemaName): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** A schema refers to its own definitions from its root; here its root lies deeper. */
function embedded(name: SchemaName): unknown {
  return JSON.parse(JSON.stringify(jsonSchema(name)), (key, value: unknown) =>
    key === "$ref" && typeof value === "string"
      ? value.replace(/^#/, `#/components/schemas/${name}`)
      : value,
  );
}
