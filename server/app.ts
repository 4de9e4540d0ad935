import { Hono } from "hono";
import { RULES } from "../lib/model/rule.ts";
import { createDeeds, type Deeds } from "./audit/deeds.ts";
import type { Deed } from "./audit/log.ts";
import type { Principal } from "./auth/access.ts";
import { createGate } from "./auth/gate.ts";
import type { Deps } from "./deps.ts";
import { createAddressOf } from "./http/client-address.ts";
import { corsHeaders, preflightHeaders } from "./http/cors.ts";
import { ApiError, isUnavailable } from "./http/errors.ts";
import { createQuestionLimit } from "./http/questions.ts";
import type { Route } from "./http/route.ts";
import { runRoute, type Surroundings } from "./http/run-route.ts";
import { routeTable } from "./routes/table.ts";

/** The whole HTTP API over its surroundings. `fetch` of what it returns takes a request and gives the answer. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  const gate = createGate(deps);
  const deeds = createDeeds(deps.db);
  const routes = routeTable({ ...deps, db: deeds.db }, gate);
  const { addressOf = createAddressOf([]) } = deps;
  const asks = createQuestionLimit(deps);

  for (const [path, group] of byPath(routes)) {
    const openToAll = group.some((route) => route.access === "append");
    const methods = group.map((route) => route.method);
    app.options(path, (c) => {
      const headers = preflightHeaders(c.req.header("origin"), openToAll, methods);
      return new Response(null, { status: 204, headers });
    });
    for (const route of group) {
      app.on(route.method, path, async (c) => {
        const started = performance.now();
        const response = await answer(route, c.req.raw, c.req.param(), deps, {
          gate,
          address: addressOf(peerOf(c.env), c.req.header("x-forwarded-for") ?? null),
          asks,
          deeds,
        });
        const cors = corsHeaders(c.req.header("origin"), openToAll);
        for (const [name, value] of Object.entries(cors)) response.headers.append(name, value);
        const ms = performance.now() - started;
        deps.metrics.request(route.method, route.path, response.status, ms);
        deps.log.info("request", {
          method: route.method,
          route: route.path,
          status: response.status,
          ms: Math.round(ms),
        });
        return response;
      });
    }
  }
  app.notFound(() => new ApiError(404, "not_found", "There is no such path.").toResponse());
  return app;
}

/** The other end of the connection, as Node's adaptor tells it. */
function peerOf(env: unknown): string | undefined {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
}

async function answer(
  route: Route,
  request: Request,
  params: Record<string, string>,
  deps: Deps,
  { deeds, ...around }: Omit<Surroundings, "doing"> & { deeds: Deeds },
): Promise<Response> {
  try {
    return await runRoute(route, request, params, {
      ...around,
      doing: (principal, work) => deeds.do(deedOf(deps, route, params, principal), work),
    });
  } catch (error) {
    if (error instanceof ApiError) return error.toResponse();
    deps.log.error("request failed", error, { method: route.method, route: route.path });
    return failure(error).toResponse();
  }
}

/** What names people by their ids is written down without them. */
const OF_PEOPLE = /^\/v1\/(users|privacy)\b/;

function deedOf(
  { clock, newId }: Deps,
  { method, path }: Route,
  params: Record<string, string>,
  { workspace, id: by }: Principal,
): Deed {
  const subject = OF_PEOPLE.test(path) ? null : (params.id ?? null);
  return { workspace, id: newId(), at: clock(), by, method, route: path, subject };
}

/** What a client is told of a fault of ours: always the same. */
function failure(error: unknown): ApiError {
  return isUnavailable(error)
    ? new ApiError(503, "unavailable", RULES.databaseAway, {
        headers: { "Retry-After": "5" },
      })
    : new ApiError(500, "internal", RULES.failed);
}

function byPath(routes: readonly Route[]): Map<string, Route[]> {
  return Map.groupBy(routes, (route) => route.path);
}
