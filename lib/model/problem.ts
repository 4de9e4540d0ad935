import * as z from "zod/mini";
import { ruleOf } from "./rule.ts";

/** One thing wrong with an input: where, what was there, what may be there. */
export interface Problem {
  /** Such as `steps[2].body.en[0].href`; empty for the input as a whole. */
  path: string;
  found: string;
  allowed: string;
  /** The name of the rule in `RULES` that `allowed` says, with what stands in it. */
  rule?: string | undefined;
  params?: Readonly<Record<string, string>> | undefined;
}

/** As answers say it. */
export const ToldProblem: z.ZodMiniType<Problem> = z.object({
  path: z.string(),
  found: z.string(),
  allowed: z.string(),
  rule: z.optional(z.string()),
  params: z.optional(z.record(z.string(), z.string())),
});

/** With the name of its rule, for whoever says it in another language. */
export function withRule(problem: Problem): Problem {
  return { ...problem, ...ruleOf(problem.allowed) };
}
