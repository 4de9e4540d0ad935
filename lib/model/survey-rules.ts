import type { Guide, Step } from "./guide.ts";
import { SCALES } from "./scales.ts";

export interface Broken {
  path: (string | number)[];
  /** What is allowed there. */
  allowed: string;
}

/** What the schema of a step alone cannot say about questions and where their answers lead. */
export function brokenSurveyRules(guide: Pick<Guide, "kind" | "steps">): Broken[] {
  const { kind, steps } = guide;
  const broken = steps.flatMap((step, index) =>
    ofStep(step, kind, steps.slice(index + 1)).map(({ path, allowed }) => ({
      path: ["steps", index, ...path],
      allowed,
    })),
  );
  if (kind === "survey" && !steps.some(({ question }) => question)) {
    broken.push({ path: ["steps"], allowed: "at least one step with a question" });
  }
  return broken;
}

function ofStep(step: Step, kind: Guide["kind"], later: readonly Step[]): Broken[] {
  const { question, branch = [], advance } = step;
  const broken: Broken[] = [];
  const say = (allowed: string, ...path: (string | number)[]) => broken.push({ path, allowed });
  if (question && kind !== "survey") say('nothing, unless the kind is "survey"', "question");
  if (question && advance.on !== "next") say('"next", because the answer leads on', "advance");
  branch.forEach(({ when, to }, index) => {
    if (to !== null && !later.some(({ id }) => id === to)) {
      say("the id of a later step, or null", "branch", index, "to");
    }
    if (!when) return;
    if (!question) {
      say("nothing without a question", "branch", index, "when");
      return;
    }
    const known = "options" in question ? question.options.map(({ id }) => id) : [];
    if (when.anyOf?.some((id) => !known.includes(id))) {
      say("ids of options of this question", "branch", index, "when", "anyOf");
    }
    const rates = question.type in SCALES;
    if (!rates && (when.atLeast ?? when.atMost) !== undefined) {
      say('"anyOf", because only a rating has bounds', "branch", index, "when");
    }
  });
  return broken;
}
