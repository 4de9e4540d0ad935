import * as z from "zod/mini";
import { parse } from "../../lib/model/parse.ts";
import { Localized } from "../../lib/model/primitives.ts";
import {
  FeatureAdoption,
  GuideFunnel,
  SignalTimeline,
  UserSignals,
} from "../../lib/model/query.ts";
import type { Outcome } from "../ui/resource.ts";

/** Why a report is not there. `detail` is for those who look after the server, in English. */
export interface QueryError {
  code: "offline" | "unauthorized" | "forbidden" | "missing" | "server" | "unreadable";
  status?: number;
  detail?: string;
}

/** `GET /v1/guides`, as much of it as the console needs. */
const GuideList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.union([Localized, z.string()]),
      /** The version people get, or null. */
      published: z.nullable(z.int()),
      archived: z.boolean(),
    }),
  ),
});
export type GuideItem = z.infer<typeof GuideList>["items"][number];

/** Ways of asking Waymark's server; none of them throws. */
export interface ConsoleClient {
  server: string;
  features(days: number, signal: AbortSignal): Promise<Outcome<FeatureAdoption, QueryError>>;
  /** One page of people, after the place that the page before named. */
  people(after: string | null, signal: AbortSignal): Promise<Outcome<UserSignals, QueryError>>;
  timeline(
    id: string,
    days: number,
    signal: AbortSignal,
  ): Promise<Outcome<SignalTimeline, QueryError>>;
  guides(signal: AbortSignal): Promise<Outcome<GuideItem[], QueryError>>;
  funnel(guide: string, signal: AbortSignal): Promise<Outcome<GuideFunnel, QueryError>>;
}

export const PEOPLE_PER_PAGE = 100;

export function createConsoleClient(
  session: { server: string; token: string },
  request: typeof fetch,
): ConsoleClient {
  async function get<T extends z.ZodMiniType>(
    path: string,
    schema: T,
    signal: AbortSignal,
  ): Promise<Outcome<z.infer<T>, QueryError>> {
    let response: Response;
    let body: unknown;
    try {
      response = await request(`${session.server}${path}`, {
        headers: { Authorization: `Bearer ${session.token}`, Accept: "application/json" },
        credentials: "omit",
        signal,
      });
      body = await response.json().catch(() => undefined);
    } catch (error) {
      return { ok: false, error: { code: "offline", detail: String((error as Error).message) } };
    }
    if (!response.ok) return { ok: false, error: refusal(response.status, body) };
    const parsed = parse(schema, body);
    if (parsed.ok) return parsed;
    const first = parsed.error[0];
    const detail =
      first && `${path}: ${first.path}: found ${first.found}, expected ${first.allowed}`;
    return { ok: false, error: { code: "unreadable", ...(detail && { detail }) } };
  }

  const segment = encodeURIComponent;
  return {
    server: session.server,
    features: (days, signal) => get(`/v1/query/features?days=${days}`, FeatureAdoption, signal),
    people: (after, signal) =>
      get(
        `/v1/query/signals?limit=${PEOPLE_PER_PAGE}${after === null ? "" : `&after=${segment(after)}`}`,
        UserSignals,
        signal,
      ),
    timeline: (id, days, signal) =>
      get(`/v1/query/signals/${segment(id)}/timeline?days=${days}`, SignalTimeline, signal),
    async guides(signal) {
      const list = await get("/v1/guides", GuideList, signal);
      return list.ok ? { ok: true, value: list.value.items.filter((one) => !one.archived) } : list;
    },
    funnel: (guide, signal) =>
      get(`/v1/query/guides/${segment(guide)}/funnel`, GuideFunnel, signal),
  };
}

function refusal(status: number, body: unknown): QueryError {
  const told = (body as { error?: { message?: unknown } } | undefined)?.error?.message;
  const detail = typeof told === "string" ? { detail: told } : {};
  if (status === 401) return { code: "unauthorized", status, ...detail };
  if (status === 403) return { code: "forbidden", status, ...detail };
  if (status === 404) return { code: "missing", status, ...detail };
  return { code: "server", status, ...detail };
}
