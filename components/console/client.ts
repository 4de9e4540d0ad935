import * as z from "zod/mini";
import { ActiveDaysCurve, RetentionCohorts } from "../../lib/model/activity.ts";
import { AdoptionMatrix } from "../../lib/model/adoption-matrix.ts";
import { GuideRevenue } from "../../lib/model/effect.ts";
import { GuideLift } from "../../lib/model/lift.ts";
import { Localized } from "../../lib/model/primitives.ts";
import {
  FeatureAdoption,
  GuideFunnel,
  type GuidePause,
  GuidePauses,
  GuideTargets,
  SignalTimeline,
  UserSignals,
} from "../../lib/model/query.ts";
import { SignalEvidence, SignalFunnel, SignalReport } from "../../lib/model/signal-report.ts";
import type { Outcome } from "../ui/resource.ts";
import { createAskServer, type QueryError } from "./request.ts";

export type { QueryError } from "./request.ts";

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

const Publication = z.object({ version: z.nullable(z.int()) });

/** Somebody whose signal was heard of: a user, or a device on which nobody is known. */
export interface Somebody {
  user: string;
  anonymous: boolean;
}

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
  /** Without `by`, grouped as the server thinks best. */
  adoption(by: string | null, signal: AbortSignal): Promise<Outcome<AdoptionMatrix, QueryError>>;
  retention(signal: AbortSignal): Promise<Outcome<RetentionCohorts, QueryError>>;
  activeDays(signal: AbortSignal): Promise<Outcome<ActiveDaysCurve, QueryError>>;
  steps(id: string, signal: AbortSignal): Promise<Outcome<SignalFunnel, QueryError>>;
  signalReport(
    id: string,
    days: number,
    signal: AbortSignal,
  ): Promise<Outcome<SignalReport, QueryError>>;
  evidence(
    id: string,
    of: Somebody,
    signal: AbortSignal,
  ): Promise<Outcome<SignalEvidence, QueryError>>;
  guides(signal: AbortSignal): Promise<Outcome<GuideItem[], QueryError>>;
  funnel(guide: string, signal: AbortSignal): Promise<Outcome<GuideFunnel, QueryError>>;
  targets(
    guide: string,
    days: number,
    signal: AbortSignal,
  ): Promise<Outcome<GuideTargets, QueryError>>;
  lift(guide: string, signal: AbortSignal): Promise<Outcome<GuideLift, QueryError>>;
  revenue(guide: string, signal: AbortSignal): Promise<Outcome<GuideRevenue, QueryError>>;
  pauses(signal: AbortSignal): Promise<Outcome<GuidePause[], QueryError>>;
  /** Lets a paused guide start by itself again. */
  resume(guide: string): Promise<Outcome<unknown, QueryError>>;
}

export const PEOPLE_PER_PAGE = 100;

export function createConsoleClient(
  session: { server: string; token: string },
  request: typeof fetch,
): ConsoleClient {
  const ask = createAskServer(session, request);
  const segment = encodeURIComponent;
  return {
    server: session.server,
    features: (days, signal) => ask(`/v1/query/features?days=${days}`, FeatureAdoption, { signal }),
    people: (after, signal) =>
      ask(
        `/v1/query/signals?limit=${PEOPLE_PER_PAGE}${after === null ? "" : `&after=${segment(after)}`}`,
        UserSignals,
        { signal },
      ),
    timeline: (id, days, signal) =>
      ask(`/v1/query/signals/${segment(id)}/timeline?days=${days}`, SignalTimeline, { signal }),
    adoption: (by, signal) =>
      ask(`/v1/query/adoption${by === null ? "" : `?by=${segment(by)}`}`, AdoptionMatrix, {
        signal,
      }),
    retention: (signal) => ask("/v1/query/retention?weeks=12", RetentionCohorts, { signal }),
    activeDays: (signal) => ask("/v1/query/active-days", ActiveDaysCurve, { signal }),
    steps: (id, signal) => ask(`/v1/query/signals/${segment(id)}/funnel`, SignalFunnel, { signal }),
    signalReport: (id, days, signal) =>
      ask(`/v1/query/signals/${segment(id)}?days=${days}`, SignalReport, { signal }),
    evidence: (id, { user, anonymous }, signal) =>
      ask(
        `/v1/query/signals/${segment(id)}/evidence?${anonymous ? "device" : "user"}=${segment(user)}`,
        SignalEvidence,
        { signal },
      ),
    async guides(signal) {
      const list = await ask("/v1/guides", GuideList, { signal });
      return list.ok ? { ok: true, value: list.value.items.filter((one) => !one.archived) } : list;
    },
    funnel: (guide, signal) =>
      ask(`/v1/query/guides/${segment(guide)}/funnel`, GuideFunnel, { signal }),
    targets: (guide, days, signal) =>
      ask(`/v1/query/guides/${segment(guide)}/targets?days=${days}`, GuideTargets, { signal }),
    revenue: (guide, signal) =>
      ask(`/v1/query/guides/${segment(guide)}/revenue?lag=60`, GuideRevenue, { signal }),
    lift: (guide, signal) => ask(`/v1/query/guides/${segment(guide)}/lift`, GuideLift, { signal }),
    async pauses(signal) {
      const answer = await ask("/v1/query/pauses", GuidePauses, { signal });
      return answer.ok ? { ok: true, value: answer.value.pauses } : answer;
    },
    resume: (guide) => ask(`/v1/guides/${segment(guide)}/resume`, Publication, { method: "POST" }),
  };
}
