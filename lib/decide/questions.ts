import type { Bundle } from "../model/bundle.ts";
import type { Condition } from "../model/condition.ts";
import { asSignal, type Question } from "../signal/answers.ts";
import type { Kept } from "../signal/kept.ts";

/** Everything that the published guides and segments ask about history, each once. */
export function historyQuestions({
  guides,
  segments,
}: Pick<Bundle, "guides" | "segments">): Kept[] {
  const found = new Map<string, Kept>();
  const add = (question: Question) => {
    const signal = asSignal(question);
    found.set(signal.body.id, signal);
  };
  for (const { body } of guides) {
    visit(body.trigger.when, add);
    visit(body.audience, add);
    for (const { advance } of body.steps) if (advance.on === "until") visit(advance.condition, add);
  }
  for (const { body } of segments) visit(body.when, add);
  return [...found.values()];
}

function visit(condition: Condition | undefined, add: (question: Question) => void): void {
  switch (condition?.type) {
    case "all":
    case "any":
      for (const part of condition.of) visit(part, add);
      return;
    case "not":
      visit(condition.of, add);
      return;
    case "used":
    case "sequence":
    case "count":
    case "absent":
      add(condition);
  }
}
