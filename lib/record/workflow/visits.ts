import { watchAddress } from "../../page/capture/navigation.ts";
import { discreet } from "./discreet-text.ts";
import type { StepJournal } from "./journal.ts";

/** An app that goes elsewhere says so in its title a moment later, ms. */
const TITLED_MS = 500;
const LONGEST = 200;

/** How the recorder came to be in this document. */
export interface Arrival {
  /** When the way to it began, or, if it was there before the recorder, when that came; epoch ms. */
  began: number;
  found: boolean;
}

/** Pages that are opened in the top frame, also without a load. */
export function recordVisits(
  journal: StepJournal,
  { began, found, newTab }: Arrival & { newTab: boolean },
  signal: AbortSignal,
): void {
  const title = () => discreet(document.title)?.slice(0, LONGEST);
  const visit = (at: number, how: { newTab?: boolean; found?: true } = {}) => {
    const page = document.readyState === "loading" ? undefined : title();
    const gesture = { type: "navigate" as const, ...(how.newTab && { newTab: true }) };
    return journal.add({
      gesture,
      at,
      ...(page && { page }),
      ...(how.found && { found: how.found }),
    });
  };
  const name = (step: string) => {
    const page = title();
    if (page && !signal.aborted) journal.later({ step, page });
  };

  const first = visit(began, { newTab, ...(found && { found }) });
  if (document.readyState === "loading") {
    addEventListener("DOMContentLoaded", () => name(first), { once: true, signal });
  }
  const nameSoon = (step: string) => {
    const timer = setTimeout(() => name(step), TITLED_MS);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  };
  watchAddress(() => nameSoon(visit(Date.now())), signal);
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && visit(Date.now());
  addEventListener("pageshow", onShow, { signal });
}
