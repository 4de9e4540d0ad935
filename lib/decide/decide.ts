import type { Condition } from "../model/condition.ts";
import type { Guide } from "../model/guide.ts";
import type { PageCondition } from "../model/page-condition.ts";
import { type Arm, armOf } from "./arm.ts";
import { checkBudget } from "./budget.ts";
import type { Facts } from "./facts.ts";
import { checkFrequency } from "./frequency.ts";
import { reduce, type Started } from "./reduce.ts";
import { checkPaused, checkTarget } from "./target.ts";
import { type Check, type ConditionTrace, line, type TraceLine } from "./trace.ts";

/** Whether a guide may show now, and why not. */
export interface Decision {
  guide: string;
  /** Nothing stops it, as far as the facts go. */
  due: boolean;
  /** Nothing but the holdout of its experiment stops it, as far as the facts go. */
  held: boolean;
  /** When due or held, what must yet hold in the page; null: nothing more. */
  watch: PageCondition | null;
  /** Every check that was made, in order. */
  trace: TraceLine[];
  /** The first check that stops it. */
  stoppedBy: TraceLine | null;
  /**
   * The person's part in the guide's experiment; null without one, or when something before the experiment stops the
   * guide. It is the moment of exposure, in the holdout as elsewhere, once the page conditions hold too.
   */
  arm: Arm | null;
}

/**
 * Decides about one guide (docs/spec/decisions.md). `manual`: the person asked for it, so only schedule and audience
 * are looked at.
 */
export function decide(guide: Guide, facts: Facts, start: "auto" | "manual" = "auto"): Decision {
  const schedule = checkSchedule(guide, facts.now);
  const audience = checkCondition("audience", guide.audience, facts);
  if (start === "manual") return conclude(guide, [schedule, audience.line], null, null);

  const trigger = checkCondition("trigger", guide.trigger.when, facts, lastStart(guide, facts));
  const eligibility = [
    line("start", guide.trigger.start === "auto"),
    checkPaused(guide, facts),
    schedule,
    audience.line,
    checkFrequency(guide, facts),
    checkTarget(guide, facts),
    trigger.line,
  ];
  const eligible = eligibility.every(({ outcome }) => outcome !== "stopped");
  const experiment = guide.experiment ? facts.experiments.get(guide.experiment) : undefined;
  const arm = experiment ? armOf(experiment, facts.who) : null;
  const trial = experiment
    ? [line("experiment", arm !== "holdout", { experiment: experiment.id, arm })]
    : [];
  const trace = [...eligibility, ...trial, ...checkBudget(guide, facts)];
  return conclude(guide, trace, both(audience.rest, trigger.rest), eligible ? arm : null);
}

/** Decides about each guide on the same facts. */
export function decideAll(guides: readonly Guide[], facts: Facts): Decision[] {
  return guides.map((guide) => decide(guide, facts));
}

function conclude(
  guide: Guide,
  trace: TraceLine[],
  watch: PageCondition | null,
  arm: Arm | null,
): Decision {
  const stops = trace.filter(({ outcome }) => outcome === "stopped");
  const [stoppedBy = null] = stops;
  const due = stoppedBy === null;
  const held = stops.length === 1 && stoppedBy?.check === "experiment";
  return { guide: guide.id, due, held, watch: due || held ? watch : null, trace, stoppedBy, arm };
}

function checkSchedule({ schedule = {} }: Guide, now: number): TraceLine {
  const { from = null, until = null } = schedule;
  const early = from !== null && now < from;
  const over = until !== null && now >= until;
  return line("schedule", !early && !over, { from, until }, early ? from : null);
}

function checkCondition(
  check: Check & ("audience" | "trigger"),
  condition: Condition | undefined,
  facts: Facts,
  started?: Started,
): { line: TraceLine; rest: PageCondition | null } {
  const conditions: ConditionTrace[] = [];
  const reduced = condition ? reduce(condition, facts, conditions, started) : true;
  const broken = conditions.some(({ holds }) => holds === "broken");
  const passed = reduced !== false && !broken;
  const rest = passed && typeof reduced !== "boolean" ? reduced : null;
  const checked = line(check, passed);
  return {
    line: { ...checked, outcome: rest ? "page" : checked.outcome, conditions },
    rest,
  };
}

/** A run that found nothing to point at was none: D6. */
function lastStart(guide: Guide, { runs }: Facts): Started {
  const run = runs.get(guide.id);
  return run?.status === "target_missing" ? {} : { startedAt: run?.startedAt };
}

function both(a: PageCondition | null, b: PageCondition | null): PageCondition | null {
  return a && b ? { type: "all", of: [a, b] } : (a ?? b);
}
