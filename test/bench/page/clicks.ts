import { outermost, type TraceEvent } from "./trace.ts";

/** What one click cost the page's main thread, in ms. */
export interface ClickCost {
  /** By the clock. */
  wall: number;
  /** What the thread itself worked. */
  cpu: number;
}

const PRESS = ["pointerdown", "mousedown"];
const RELEASE = ["pointerup", "mouseup", "click"];
/** Script that runs by itself afterwards: promises that settle, answers of the browser. */
const SCRIPT = ["FunctionCall", "RunMicrotasks"];

/**
 * Splits a stretch of clicks into single ones, and adds up for each the dispatch of its events, with all listeners in
 * it, and the script that ran until the next.
 */
export function costsOf(stretch: readonly TraceEvent[]): ClickCost[] {
  const costs: ClickCost[] = [];
  let released = true;
  const relevant = stretch.filter(
    (event) =>
      SCRIPT.includes(event.name) || isDispatch(event, PRESS) || isDispatch(event, RELEASE),
  );
  for (const event of outermost(relevant)) {
    if (released && isDispatch(event, PRESS)) {
      costs.push({ wall: 0, cpu: 0 });
      released = false;
    }
    if (isDispatch(event, ["click"])) released = true;
    const cost = costs.at(-1);
    if (!cost) continue;
    cost.wall += (event.dur ?? 0) / 1000;
    cost.cpu += (event.tdur ?? 0) / 1000;
  }
  return costs;
}

function isDispatch({ name, args }: TraceEvent, types: readonly string[]): boolean {
  return name === "EventDispatch" && types.includes(args?.data?.type ?? "");
}
