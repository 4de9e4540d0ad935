import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import { badRequest } from "../http/errors.ts";
import type { Route } from "../http/route.ts";
import { activeDaysCurve } from "../query/active-days.ts";
import { adoptionMatrix } from "../query/adoption/matrix.ts";
import { featureAdoption } from "../query/features.ts";
import { guideFunnel } from "../query/guides.ts";
import { guideLift } from "../query/lift.ts";
import { retentionCohorts } from "../query/retention.ts";
import { signalEvidence } from "../query/signal-evidence.ts";
import { signalFunnel } from "../query/signal-funnel.ts";
import { signalReport } from "../query/signal-report.ts";
import { signalTimeline, userSignals } from "../query/signals.ts";
import { guideTargets } from "../query/targets.ts";
import { createQuestion } from "./question.ts";

const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));
const text = (max: number) => z.optional(z.string().check(z.minLength(1), z.maxLength(max)));

const Grouping = z.object({ by: text(80) });
const Weeks = z.object({ weeks: z._default(whole(52), 8) });
const Period = z.object({ days: z._default(whole(400), 30) });
const Person = z.object({ user: text(200), device: text(200) });
const Page = z.object({
  limit: z._default(whole(500), 100),
  after: z.optional(z.string().check(z.maxLength(1000))),
});
const Version = z.object({ version: z.optional(whole(2_147_483_647)) });

/** What the console asks about features, signals and guides, answered from rollups. */
export function queryRoutes(deps: Deps): Route[] {
  const question = createQuestion(deps);
  return [
    question({
      path: "/v1/query/features",
      summary: "How many people used each feature, by day.",
      query: Period,
      reply: "feature-adoption",
      answer: (sql, { workspace, query, now }) => featureAdoption(sql, workspace, query.days, now),
    }),
    question({
      path: "/v1/query/adoption",
      summary: "How far groups of people took up each feature, of those whose plan includes it.",
      query: Grouping,
      reply: "adoption-matrix",
      answer: (sql, { workspace, query, now }) =>
        adoptionMatrix(sql, workspace, { by: query.by, now }),
    }),
    question({
      path: "/v1/query/retention",
      summary: "Of the people who began in each week, how many came back in their weeks after.",
      query: Weeks,
      reply: "retention-cohorts",
      answer: (sql, { workspace, query, now }) =>
        retentionCohorts(sql, workspace, query.weeks, now),
    }),
    question({
      path: "/v1/query/active-days",
      summary: "On how many of the last 28 days people were active.",
      reply: "active-days-curve",
      answer: (sql, { workspace, now }) => activeDaysCurve(sql, workspace, now),
    }),
    question({
      path: "/v1/query/signals",
      summary: "People and their signals, those seen last first.",
      query: Page,
      reply: "user-signals",
      answer: (sql, { workspace, query }) => userSignals(sql, workspace, query.limit, query.after),
    }),
    question({
      path: "/v1/query/signals/:id",
      summary: "How a signal stands with everybody, and on which days it came to that.",
      query: Period,
      reply: "signal-report",
      answer: (sql, { workspace, id, query, now }) =>
        signalReport(sql, workspace, id, { days: query.days, now }),
    }),
    question({
      path: "/v1/query/signals/:id/timeline",
      summary: "How many people reached a signal, by day.",
      query: Period,
      reply: "signal-timeline",
      answer: (sql, { workspace, id, query, now }) =>
        signalTimeline(sql, workspace, id, query.days, now),
    }),
    question({
      path: "/v1/query/signals/:id/evidence",
      summary: "Why the signal of one person is what it is.",
      query: Person,
      reply: "signal-evidence",
      answer: (sql, { workspace, id, query }) =>
        signalEvidence(sql, workspace, id, onePerson(query)),
    }),
    question({
      path: "/v1/query/signals/:id/funnel",
      summary: "How far people come in the sequence of a milestone.",
      reply: "signal-funnel",
      answer: (sql, { workspace, id }) => signalFunnel(sql, workspace, id),
    }),
    question({
      path: "/v1/query/guides/:id/funnel",
      summary: "How far people came in a version of a guide; the newest if none is named.",
      query: Version,
      reply: "guide-funnel",
      answer: (sql, { workspace, id, query }) => guideFunnel(sql, workspace, id, query.version),
    }),
    question({
      path: "/v1/query/guides/:id/targets",
      summary: "How often each step of a version found its element, by day, language and build.",
      query: z.object({ ...Version.shape, ...Period.shape }),
      reply: "guide-targets",
      answer: (sql, { workspace, id, query: { version: wanted, days }, now }) =>
        guideTargets(sql, workspace, id, { wanted, days, now }),
    }),
    question({
      path: "/v1/query/guides/:id/lift",
      summary: "Whether people who got a guide reach its goal more often than those held out.",
      reply: "guide-lift",
      answer: (sql, { workspace, id, now }) => guideLift(sql, workspace, id, now),
    }),
  ];
}

function onePerson({ user, device }: z.infer<typeof Person>) {
  const person = user ?? device;
  if (person === undefined || (user !== undefined && device !== undefined)) {
    const allowed = "one person: the id of a user, or that of a device without one";
    throw badRequest([{ path: "user, device", found: "both or neither", allowed }]);
  }
  return { person, anonymous: user === undefined };
}
