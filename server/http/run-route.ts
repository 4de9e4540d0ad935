import type * as z from "zod/mini";
import { parse } from "../../lib/model/parse.ts";
import { type Principal, requireAccess } from "../auth/access.ts";
import { readSecret } from "../auth/credentials.ts";
import type { Gate } from "../auth/gate.ts";
import { SCHEMAS, type SchemaName } from "../schemas.ts";
import { badRequest, notFound } from "./errors.ts";
import type { QuestionLimit } from "./questions.ts";
import { type BodyRules, readJson } from "./read-body.ts";
import type { Reply, Route } from "./route.ts";
import { findUnstorable } from "./storable.ts";

const BODY_LIMIT = 1024 * 1024;
/** Levels of nesting in a body. Texts and conditions of guides nest; messages have their own, smaller limit. */
const BODY_DEPTH = 64;

export interface Surroundings {
  gate: Gate;
  /** From where the request came. */
  address: string;
  /** Throws where they ask too often. */
  asks: QuestionLimit;
  /** Writes down what they do. */
  doing: (principal: Principal, work: () => Promise<Reply>) => Promise<Reply>;
}

/** Who asks, what they ask, the answer: in this order, so that a stranger learns nothing from a refusal. */
export async function runRoute(
  route: Route,
  request: Request,
  params: Readonly<Record<string, string>>,
  { gate, address, asks, doing }: Surroundings,
): Promise<Response> {
  if (Object.values(params).some((value) => value.includes("\0"))) throw notFound("such path");
  const secret = readSecret(request.headers.get("authorization"));
  const mayStandInBody = route.access === "append" && secret === undefined;
  let principal = secret === undefined ? null : await gate.admit(secret, address);
  if (!mayStandInBody) requireAccess(route.access, principal);
  if (principal) asks(principal, route, address);

  const input = route.body ? await readJson(request, bodyRules(route)) : undefined;
  if (mayStandInBody) {
    const key = writeKeyOf(input);
    principal = key === undefined ? null : await gate.admit(key, address);
    requireAccess(route.access, principal);
  }
  const call = {
    principal,
    params,
    query: route.query ? valid(route.query, queryOf(request)) : undefined,
    body: route.body ? readBody(route, input) : undefined,
    request,
  };
  const handle = () => route.handle(call as never);
  return toResponse(await (principal && isDeed(route) ? doing(principal, handle) : handle()));
}

/** Whether somebody who may change things changes something, so that it is written down. */
export function isDeed({ method, access }: Pick<Route, "method" | "access">): boolean {
  return method !== "GET" && (access === "author" || access === "admin");
}

function bodyRules({ bodyLimit = BODY_LIMIT, bodyOptional = false }: Route): BodyRules {
  return { limit: bodyLimit, optional: bodyOptional };
}

function readBody(route: Route, input: unknown): unknown {
  if (!route.body) return undefined;
  if (route.access !== "append") {
    const problem = findUnstorable(input, BODY_DEPTH);
    if (problem) throw badRequest([{ ...problem, path: problem.path.slice(0, 200) }]);
  }
  return RAW.has(route.body) ? input : valid(SCHEMAS[route.body], input);
}

/**
 * Parsed by their own routes: documents are lifted to the newest format first, messages are judged one by one.
 */
const RAW = new Set<SchemaName>([
  ...(["feature", "signal", "guide", "segment", "experiment"] as const),
  ...(["wire-batch", "single-message"] as const),
]);

function valid<T extends z.ZodMiniType>(schema: T, input: unknown): z.infer<T> {
  const result = parse(schema, input);
  if (!result.ok) throw badRequest(result.error);
  return result.value;
}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}

function writeKeyOf(input: unknown): string | undefined {
  const key = (input as { writeKey?: unknown } | null)?.writeKey;
  return typeof key === "string" ? key : undefined;
}

function toResponse({ status = 200, body, bytes, headers = {} }: Reply): Response {
  const answer =
    body === undefined
      ? new Response((bytes as Uint8Array<ArrayBuffer> | undefined) ?? null, { status })
      : Response.json(body, { status });
  answer.headers.set("Cache-Control", "no-store");
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}
