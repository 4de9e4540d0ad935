import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { type Route, route } from "../http/route.ts";
import { featureAdoption } from "../query/features.ts";
import { guideFunnel } from "../query/guides.ts";
import { signalTimeline, userSignals } from "../query/signals.ts";
import { guideTargets } from "../query/targets.ts";
import { principalOf } from "./principal.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));

const Period = z.object({ days: z._default(whole(400), 30) });
const Page = z.object({
  limit: z._default(whole(500), 100),
  after: z.optional(z.string().check(z.maxLength(1000))),
});
const Version = z.object({ version: z.optional(whole(2_147_483_647)) });

/** What the console asks, answered from rollups. */
export function queryRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/query/features",
      access: "viewer",
      summary: "How many people used each feature, by day.",
      query: Period,
      reply: "feature-adoption",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) =>
          featureAdoption(sql, workspace, call.query.days, clock()),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/signals",
      access: "viewer",
      summary: "People and their signals, those seen last first.",
      query: Page,
      reply: "user-signals",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { limit, after } = call.query;
        const body = await db.read(workspace, (sql) => userSignals(sql, workspace, limit, after));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/signals/:id/timeline",
      access: "viewer",
      summary: "How many people reached a signal, by day.",
      query: Period,
      reply: "signal-timeline",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.read(workspace, (sql) =>
          signalTimeline(sql, workspace, id, call.query.days, clock()),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/guides/:id/funnel",
      access: "viewer",
      summary: "How far people came in a version of a guide; the newest if none is named.",
      query: Version,
      reply: "guide-funnel",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.read(workspace, (sql) =>
          guideFunnel(sql, workspace, id, call.query.version),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/guides/:id/targets",
      access: "viewer",
      summary: "How often each step of a version found its element, by day, language and build.",
      query: z.object({ ...Version.shape, ...Period.shape }),
      reply: "guide-targets",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const { version: wanted, days } = call.query;
        const body = await db.read(workspace, (sql) =>
          guideTargets(sql, workspace, id, { wanted, days, now: clock() }),
        );
        return { body };
      },
    }),
  ];
}
