import type { Plan } from "./plan.ts";
import { report } from "./report.ts";
import type { Action, Outcome, Shown } from "./run.ts";

/** Items that became done, by id; what was done once stays done. With the last one the checklist is completed. */
export function tick(plan: Plan, run: Shown, items: readonly string[]): Outcome {
  if (run.finished) return { run, effects: [] };
  const indexes = plan.steps.map((_step, index) => index);
  const idOf = (index: number) => plan.steps[index]?.id ?? "";
  const news = indexes.filter(
    (index) => items.includes(idOf(index)) && !run.ticked.includes(idOf(index)),
  );
  const ticked = [...run.ticked, ...news.map(idOf)];
  const finished = indexes.every((index) => ticked.includes(idOf(index)));
  const said = run.seen ? {} : { reason: "already done" };
  const effects = news.map((index) => report(plan, "step_completed", index, said));
  if (finished) effects.push(report(plan, "completed", run.at));
  return { run: { ...run, ticked, finished }, effects };
}

/**
 * A checklist that was completed stays where it is until the person puts it away. All that it had to say was said;
 * undefined: nothing special.
 */
export function afterwards(run: Shown, { type }: Action): Outcome | undefined {
  if (!run.finished || type === "open") return undefined;
  if (type === "painted") return { run, effects: [] };
  return { run: { phase: "over", outcome: "completed" }, effects: [{ type: "close" }] };
}
