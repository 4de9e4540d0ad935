import { type Finding, finding } from "./finding.ts";

/** What leads on: an event at the target itself does, every other gives way to a Next button. */
export function leadByEvent(
  { event, selector }: { event: string; selector: string | undefined },
  target: string | undefined,
  path: string,
): { onTarget?: "click" | "input"; findings: Finding[] } {
  const onTarget = advanceBy(event);
  if (onTarget && isWithin(selector ?? target, target)) return { onTarget, findings: [] };
  return { findings: [finding(path, "wait-event", event)] };
}

export function advanceBy(event: string): "click" | "input" | undefined {
  if (event === "click") return "click";
  return event === "input" || event === "change" ? "input" : undefined;
}

/** Whether the one selector names the target itself or something in it. */
export function isWithin(inner: unknown, target: unknown): boolean {
  if (typeof inner !== "string" || typeof target !== "string") return false;
  return inner === target || inner.startsWith(`${target} `) || inner.startsWith(`${target}>`);
}
