import * as z from "zod/mini";
import { Id, Localized } from "./primitives.ts";
import { ResultCondition } from "./result-condition.ts";
import { type Rating, SCALES, TEXT_LIMIT } from "./scales.ts";

const ends = { low: z.optional(Localized), high: z.optional(Localized) };
const required = z.optional(z.boolean());

const options = z.array(z.strictObject({ id: Id, label: Localized })).check(
  z.minLength(2),
  z.maxLength(12),
  z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
    error: "option ids that differ from each other",
  }),
);

/** What a step of a survey asks; its title is the question. Without `required` it may be skipped. */
export const Question = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("nps"), required, ...ends }),
  z.strictObject({ type: z.literal("csat"), required, ...ends }),
  z.strictObject({ type: z.literal("ces"), required, ...ends }),
  z.strictObject({ type: z.literal("choice"), required, options }),
  z.strictObject({ type: z.literal("multiple"), required, options }),
  z.strictObject({ type: z.literal("text"), required }),
]);
export type Question = z.infer<typeof Question>;

const score = (type: Rating) => {
  const [least, most] = SCALES[type];
  return z.strictObject({
    type: z.literal(type),
    value: z.int().check(z.minimum(least), z.maximum(most)),
  });
};

/** What a person submitted, never less or more than that. */
export const Answer = z.discriminatedUnion("type", [
  score("nps"),
  score("csat"),
  score("ces"),
  z.strictObject({ type: z.literal("choice"), value: Id }),
  z.strictObject({
    type: z.literal("multiple"),
    value: z.array(Id).check(z.minLength(1), z.maxLength(12)),
  }),
  z.strictObject({
    type: z.literal("text"),
    value: z.string().check(z.minLength(1), z.maxLength(TEXT_LIMIT)),
  }),
]);
export type Answer =
  | { type: Rating; value: number }
  | { type: "choice"; value: string }
  | { type: "multiple"; value: string[] }
  | { type: "text"; value: string };

/** Where a step leads: the first branch that fits, else the next step. */
export const Branch = z
  .strictObject({
    /** An answer: a rating within these bounds, or a chosen option. */
    when: z.optional(
      z
        .strictObject({
          atLeast: z.optional(z.int()),
          atMost: z.optional(z.int()),
          anyOf: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(12))),
        })
        .check(
          z.refine((when) => Object.values(when).some((value) => value !== undefined), {
            error: '"atLeast", "atMost" or "anyOf"',
          }),
        ),
    ),
    /** What holds as the step is left. With `when`, both are needed. */
    condition: z.optional(ResultCondition),
    /** A later step; null: the end. */
    to: z.nullable(Id),
  })
  .check(
    z.refine(({ when, condition }) => when !== undefined || condition !== undefined, {
      error: 'a "when" or a "condition"',
    }),
  );
export type Branch = z.infer<typeof Branch>;
