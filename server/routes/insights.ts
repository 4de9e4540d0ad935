import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { badRequest } from "../http/errors.ts";
import { type Route, route } from "../http/route.ts";
import { activeDaysCurve } from "../query/active-days.ts";
import { adoptionMatrix } from "../query/adoption/matrix.ts";
import { guideLift } from "../query/lift.ts";
import { retentionCohorts } from "../query/retention.ts";
import { signalEvidence } from "../query/signal-evidence.ts";
import { signalFunnel } from "../query/signal-funnel.ts";
import { signalReport } from "../query/signal-report.ts";
import { principalOf } from "./principal.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));
const text = (max: number) => z.optional(z.string().check(z.minLength(1), z.maxLength(max)));

const Grouping = z.object({ by: text(80) });
const Weeks = z.object({ weeks: z._default(whole(52), 8) });
const Period = z.object({ days: z._default(whole(400), 30) });
const Person = z.object({ user: text(200), device: text(200) });

/** What the console asks about adoption, retention, signals and lift. */
export function insightRoutes({ db, clock }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/v1/query/adoption",
      access: "viewer",
      summary: "How far groups of people took up each feature, of those whose plan includes it.",
      query: Grouping,
      reply: "adoption-matrix",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const question = { by: call.query.by, now: clock() };
        const body = await db.read(workspace, (sql) => adoptionMatrix(sql, workspace, question));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/retention",
      access: "viewer",
      summary: "Of the people who began in each week, how many came back in their weeks after.",
      query: Weeks,
      reply: "retention-cohorts",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) =>
          retentionCohorts(sql, workspace, call.query.weeks, clock()),
        );
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/active-days",
      access: "viewer",
      summary: "On how many of the last 28 days people were active.",
      reply: "active-days-curve",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const body = await db.read(workspace, (sql) => activeDaysCurve(sql, workspace, clock()));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/signals/:id",
      access: "viewer",
      summary: "How a signal stands with everybody, and on which days it came to that.",
      query: Period,
      reply: "signal-report",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const question = { days: call.query.days, now: clock() };
        const body = await db.read(workspace, (sql) => signalReport(sql, workspace, id, question));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/signals/:id/evidence",
      access: "viewer",
      summary: "Why the signal of one person is what it is.",
      query: Person,
      reply: "signal-evidence",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const { user, device } = call.query;
        const person = user ?? device;
        if (person === undefined || (user !== undefined && device !== undefined)) {
          const allowed = "one person: the id of a user, or that of a device without one";
          throw badRequest([{ path: "user, device", found: "both or neither", allowed }]);
        }
        const who = { person, anonymous: user === undefined };
        const body = await db.read(workspace, (sql) => signalEvidence(sql, workspace, id, who));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/signals/:id/funnel",
      access: "viewer",
      summary: "How far people come in the sequence of a milestone.",
      reply: "signal-funnel",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.read(workspace, (sql) => signalFunnel(sql, workspace, id));
        return { body };
      },
    }),
    route({
      method: "GET",
      path: "/v1/query/guides/:id/lift",
      access: "viewer",
      summary: "Whether people who got a guide reach its goal more often than those held out.",
      reply: "guide-lift",
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const { id = "" } = call.params;
        const body = await db.read(workspace, (sql) => guideLift(sql, workspace, id, clock()));
        return { body };
      },
    }),
  ];
}
