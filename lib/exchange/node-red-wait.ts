import type { Advance } from "../model/guide.ts";
import { type Finding, finding } from "./finding.ts";
import type { TourStep } from "./node-red-schema.ts";
import { advanceBy, isWithin } from "./target-event.ts";

/** What Node-RED's own events leave behind in the page. */
const RESULTS = new Map([
  ["nodes:add", "#red-ui-workspace-chart .red-ui-flow-node-group"],
  ["links:add", "#red-ui-workspace-chart .red-ui-flow-link"],
]);

interface Lead {
  advance?: Advance;
  /** What leads on as soon as the step points at its target. */
  onTarget?: "click" | "input";
  findings: Finding[];
}

/** What leads on: a step of a tour waits for an event, a step of a guide for what the event brings about. */
export function leadOf({ wait, element }: TourStep, at: string): Lead {
  if (!wait) return { findings: [] };
  const path = `${at}.wait`;
  const filtered = wait.filter ? [finding(`${path}.filter`, "wait-code")] : [];
  if (wait.type === "nr-event") {
    const selector = RESULTS.get(wait.event);
    if (!selector) return { findings: [finding(path, "wait-event", wait.event)] };
    return {
      advance: { on: "until", condition: { type: "element", selector, state: "more" } },
      findings: [finding(path, "wait-result", wait.event), ...filtered],
    };
  }
  const onTarget = advanceBy(wait.event);
  const within = isWithin(wait.element ?? element, element);
  if (!onTarget || !within) return { findings: [finding(path, "wait-event", wait.event)] };
  return { onTarget, findings: filtered };
}
