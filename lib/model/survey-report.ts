import * as z from "zod/mini";
import { Localized } from "./primitives.ts";
import type { Question } from "./question.ts";

/** What people answered in surveys: N19 to N21 of docs/spec/numbers.md. */

const count = z.int().check(z.nonnegative());
const kind = z.enum([
  "nps",
  "csat",
  "ces",
  "choice",
  "multiple",
  "text",
] satisfies Question["type"][]);

/** Fewer answers are too few to say. */
export const ANSWERS_MINIMUM = 10;

const Figure = z.object({
  answers: count,
  /** NPS from -100 to 100, CSAT from 0 to 1, CES from 1 to 7; null without an answer and of what is no rating. */
  score: z.nullable(z.number()),
});

const AskedQuestion = z.object({
  step: z.string(),
  type: kind,
  /** As published now; null: no longer. */
  title: z.nullable(Localized),
  ...Figure.shape,
  /** Oldest first, every month of the period. */
  months: z.array(z.object({ month: z.string(), ...Figure.shape })),
  /** How often each rating, or each option, was given. */
  values: z.array(z.object({ value: z.string(), label: z.nullable(Localized), answers: count })),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** `GET /v1/query/surveys?months=12&left=false` */
export const SurveyReport = z.object({
  months: z.array(z.string()),
  /** Only answers from accounts that left, around the day they did. */
  left: z.boolean(),
  /** Those answered last first; published ones without an answer last. */
  surveys: z.array(
    z.object({
      guide: z.string(),
      name: z.nullable(Localized),
      people: count,
      questions: z.array(AskedQuestion),
    }),
  ),
});
export type SurveyReport = z.infer<typeof SurveyReport>;

/** `GET /v1/query/surveys/:id/verbatims?left=false` */
export const SurveyVerbatims = z.object({
  /** Newest first. */
  items: z.array(
    z.object({
      id: z.string(),
      at: z.int(),
      person: z.string(),
      personName: z.nullable(z.string()),
      anonymous: z.boolean(),
      account: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
      step: z.string(),
      words: z.string(),
      rating: z.nullable(z.object({ type: z.enum(["nps", "csat", "ces"]), score: z.int() })),
    }),
  ),
  /** Pass as `after` for the next page; null at the end. */
  next: z.nullable(z.string()),
});
export type SurveyVerbatims = z.infer<typeof SurveyVerbatims>;
