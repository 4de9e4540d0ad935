import type { Busy } from "../../model/busy.ts";
import { observePage } from "../observe.ts";
import { ALERTS, shown } from "../shown.ts";

export interface Quiet {
  /** What the person is in the middle of now. */
  busy(): Busy | null;
  /** Resolves once they are in the middle of nothing, or with the signal. */
  over(signal: AbortSignal): Promise<void>;
  /** Another address is shown. */
  navigated(): void;
}

/** Who pauses for so long has stopped typing. */
const TYPING_MS = 5_000;
const ERROR_MS = 10_000;
/** A press of which the release was never seen, as when the pressed element is removed. */
const PRESS_MS = 60_000;

/** Popovers that stay until they are closed by script are notes, not dialogs. */
const DIALOGS =
  ":modal,:fullscreen,:is([popover=''],[popover=auto i]):popover-open,[aria-modal=true],[role$=dialog]:focus-within";

/**
 * Knows when a guide that nobody asked for would disturb: D24 of docs/spec/decisions.md. It looks at the page only when
 * it is asked; what it must have seen before, it notes as a time. `afterNavigation` is in ms.
 */
export function watchQuiet(afterNavigation: number, signal: AbortSignal): Quiet {
  // Ends of what ends by itself, as `performance.now()`, which is 0 when the document begins.
  let [press, drag, typing, navigated] = [0, 0, 0, afterNavigation];
  const page = observePage(signal, (error) => console.error("waymark:", error));
  let alerts = new Map<Element, number>();

  const now = () => performance.now();
  const on = (types: string, handle: (event: Event) => void, scope = signal) => {
    for (const type of types.split(" ")) {
      addEventListener(type, handle, { capture: true, passive: true, signal: scope });
    }
  };
  on("input", (event) => {
    // Boxes and lists are ticked and chosen with a plain event.
    if (event.isTrusted && event instanceof InputEvent) typing = now() + TYPING_MS;
  });
  on("pointerdown", () => (press = now() + PRESS_MS));
  on("pointerup pointercancel", () => (press = 0));
  // A native drag cancels its pointer.
  on("dragstart", () => (drag = now() + PRESS_MS));
  on("dragend drop", () => (drag = 0));
  const find = (selector: string) => shown(page, selector);
  const lookForErrors = () => {
    alerts = new Map(find(ALERTS).map((one) => [one, alerts.get(one) ?? now() + ERROR_MS]));
    return Math.max(0, ...alerts.values());
  };
  const endless = (is: boolean) => (is ? Number.POSITIVE_INFINITY : 0);
  /** In the order in which they are told, each with its end. */
  const moments: [Busy, end: () => number][] = [
    ["hidden", () => endless(document.hidden)],
    ["dragging", () => Math.max(press, drag)],
    ["typing", () => typing],
    ["dialog", () => endless(find(DIALOGS).length > 0)],
    ["video", () => endless((find("video") as HTMLVideoElement[]).some(isWatched))],
    ["error", lookForErrors],
    ["navigated", () => navigated],
  ];
  /** What it is, and how long it still takes, in ms. */
  const moment = (): [Busy, left: number] | null => {
    for (const [busy, end] of moments) {
      const left = end() - now();
      if (left > 0) return [busy, left];
    }
    return null;
  };

  return {
    busy: () => moment()?.[0] ?? null,
    navigated: () => {
      navigated = now() + afterNavigation;
    },
    over: (until) =>
      new Promise((resolve) => {
        const life = AbortSignal.any([signal, until]);
        if (life.aborted) return resolve();
        let turn = new AbortController();
        let timer: ReturnType<typeof setTimeout> | undefined;
        const end = () => {
          turn.abort();
          clearTimeout(timer);
          resolve();
        };
        const look = () => {
          clearTimeout(timer);
          turn.abort();
          turn = new AbortController();
          const [busy, left] = moment() ?? [];
          if (!left) return end();
          const scope = AbortSignal.any([life, turn.signal]);
          if (left < Number.POSITIVE_INFINITY) timer = setTimeout(look, left);
          if (busy === "dialog") page.onChange(look, scope);
          on("pointerup pointercancel dragend drop pause ended visibilitychange", look, scope);
        };
        life.addEventListener("abort", end, { once: true });
        look();
      }),
  };
}

/** Silent films without controls are decoration. */
function isWatched({ paused, ended, muted, controls }: HTMLVideoElement): boolean {
  return !paused && !ended && (!muted || controls);
}
