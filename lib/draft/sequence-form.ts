import type { SequenceCondition } from "../model/condition.ts";
import type { Candidate } from "./condition-form.ts";
import { absentIfEmpty, numberOf } from "./written.ts";

/** Features of which any will do. `list`: written as a list, also of one. */
export interface StepForm {
  features: string[];
  list: boolean;
  times: string;
}

/** What must not come in between; `between`: these two steps, counted from 1, else anywhere. */
export interface WithoutForm {
  features: string[];
  between: [from: string, to: string] | null;
}

export interface SequenceForm {
  type: "sequence";
  steps: StepForm[];
  within: string;
  order: string;
  /** Null: nothing is excluded. */
  without: WithoutForm[] | null;
}

export function sequenceForm({ type, sequence }: SequenceCondition): SequenceForm {
  const { steps, within = "", order = "", without } = sequence;
  return {
    type,
    steps: steps.map(({ feature, times }) => ({
      features: [feature].flat(),
      list: Array.isArray(feature),
      times: String(times ?? ""),
    })),
    within,
    order,
    without:
      without?.map((entry): WithoutForm => {
        if (typeof entry === "string") return { features: [entry], between: null };
        const [from, to] = entry.between;
        return { features: entry.features, between: [String(from), String(to)] };
      }) ?? null,
  };
}

export function readSequence({ type, steps, within, order, without }: SequenceForm): Candidate {
  const sequence = {
    steps: steps.map(({ features, list, times }) => ({
      feature: list || features.length !== 1 ? features : features[0],
      ...numberOf({ times }),
    })),
    ...absentIfEmpty({ within, order }),
    ...(without && {
      without: without.flatMap(({ features, between }): unknown[] =>
        between ? [{ features, between: between.map(stepNumber) }] : features,
      ),
    }),
  };
  const empty = (without ?? []).flatMap(({ features }, at) =>
    features.length === 0 ? [`sequence.without[${at}]`] : [],
  );
  return { value: { type, sequence }, fields: empty };
}

function stepNumber(text: string): number {
  return numberOf({ text }).text ?? Number.NaN;
}
