import { watchAddress } from "../../page/capture/navigation.ts";
import { discreet } from "./discreet.ts";
import type { StepJournal } from "./journal.ts";

/** An app that goes elsewhere says so in its title a moment later, ms. */
const TITLED_MS = 500;
const LONGEST = 200;

/**
 * Pages that are opened in the top frame, also without a load. `began`: epoch ms when the way to this document began.
 */
export function recordVisits(
  journal: StepJournal,
  { began, newTab }: { began: number; newTab: boolean },
  signal: AbortSignal,
): void {
  const title = () => discreet(document.title)?.slice(0, LONGEST);
  const visit = (at: number, opened: boolean) => {
    const page = document.readyState === "loading" ? undefined : title();
    const gesture = { type: "navigate" as const, ...(opened && { newTab: true }) };
    return journal.add({ gesture, at, ...(page && { page }) });
  };
  const name = (step: string) => {
    const page = title();
    if (page && !signal.aborted) journal.later({ step, page });
  };

  const first = visit(began, newTab);
  if (document.readyState === "loading") {
    addEventListener("DOMContentLoaded", () => name(first), { once: true, signal });
  }
  const nameSoon = (step: string) => {
    const timer = setTimeout(() => name(step), TITLED_MS);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  };
  watchAddress(() => nameSoon(visit(Date.now(), false)), signal);
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && visit(Date.now(), false);
  addEventListener("pageshow", onShow, { signal });
}
