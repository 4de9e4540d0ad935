import { outermost, type TraceEvent } from "./trace.ts";

/** What one click cost the page's main thread, in ms. */
export interface ClickCost {
  /** By the clock. */
  wall: number;
  /** What the thread itself worked. */
  cpu: number;
  /** The part of `cpu` in which events went through their listeners. */
  listening: number;
  /** The rest of `cpu`: promises that settle and answers of the browser; with the agent, writing the event. */
  writing: number;
}

const PRESS = ["pointerdown", "mousedown"];
const RELEASE = ["pointerup", "mouseup", "click"];
const AFTER = ["RunMicrotasks", "FunctionCall"];

/**
 * Splits a stretch of clicks into single ones, and adds up for each the dispatch of its events, with all listeners in
 * it, and the script that ran until the next.
 */
export function costsOf(stretch: readonly TraceEvent[]): ClickCost[] {
  const costs: ClickCost[] = [];
  let released = true;
  const microtasks = outermost(stretch.filter(({ name }) => name === "RunMicrotasks"));
  const relevant = stretch.filter(
    (event) => AFTER.includes(event.name) || isDispatch(event, PRESS) || isDispatch(event, RELEASE),
  );
  for (const event of outermost(relevant)) {
    if (released && isDispatch(event, PRESS)) {
      costs.push({ wall: 0, cpu: 0, listening: 0, writing: 0 });
      released = false;
    }
    if (isDispatch(event, ["click"])) released = true;
    const cost = costs.at(-1);
    if (!cost) continue;
    const { dur = 0, tdur = 0 } = event;
    const settling = AFTER.includes(event.name) ? tdur : workIn(event, microtasks);
    cost.wall += dur / 1000;
    cost.cpu += tdur / 1000;
    cost.listening += (tdur - settling) / 1000;
    cost.writing += settling / 1000;
  }
  return costs;
}

function workIn({ ts, dur = 0 }: TraceEvent, events: readonly TraceEvent[]): number {
  const inside = events.filter((event) => event.ts >= ts && event.ts < ts + dur);
  return inside.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
}

function isDispatch({ name, args }: TraceEvent, types: readonly string[]): boolean {
  return name === "EventDispatch" && types.includes(args?.data?.type ?? "");
}
