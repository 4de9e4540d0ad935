import * as z from "zod/mini";
import type { Deps } from "../deps.ts";
import type { Route } from "../http/route.ts";
import { ahaMoments } from "../query/aha/moments.ts";
import { createQuestion } from "./question.ts";

const days = () => z.coerce.number().check(z.int(), z.positive(), z.maximum(400));

/** By default a person stayed who came back in the fourth week. */
const Question = z
  .object({
    from: z._default(days(), 21),
    to: z._default(days(), 28),
    days: z._default(days(), 180),
  })
  .check(
    z.refine(({ from, to }) => from < to, {
      error: 'a day after "from": they stayed who were active from "from" until before "to"',
      path: ["to"],
    }),
  );

export function ahaRoutes(deps: Deps): Route[] {
  const question = createQuestion(deps);
  return [
    question({
      path: "/v1/query/aha",
      summary: "What people did in their first days that goes together with staying.",
      query: Question,
      reply: "aha-moments",
      answer: (sql, { workspace, query, now }) => ahaMoments(sql, workspace, { ...query, now }),
    }),
  ];
}
