import { isOwn } from "../../anchor/dom/own.ts";
import { boxOf } from "../../anchor/dom/safe.ts";
import { isRendered } from "../../anchor/dom/visible.ts";
import type { Busy } from "../../model/busy.ts";
import { observePage } from "../observe.ts";

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
const ALERTS = "[role=alert]:not(:empty),[aria-invalid=true]";

/**
 * Knows when a guide that nobody asked for would disturb: D24 of docs/spec/decisions.md. It looks at the page only when
 * it is asked; what it must have seen before, it notes as a time. `afterNavigation` is in ms.
 */
export function watchQuiet(afterNavigation: number, signal: AbortSignal): Quiet {
  /** Ends of what ends by itself, as `performance.now()`, which is 0 when the document begins. */
  const ends = { press: 0, drag: 0, typing: 0, navigated: afterNavigation };
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
    if (event.isTrusted && event instanceof InputEvent) ends.typing = now() + TYPING_MS;
  });
  on("pointerdown", () => (ends.press = now() + PRESS_MS));
  on("pointerup pointercancel", () => (ends.press = 0));
  // A native drag cancels its pointer.
  on("dragstart", () => (ends.drag = now() + PRESS_MS));
  on("dragend drop", () => (ends.drag = 0));
  const find = (selector: string) =>
    [...page.roots()]
      .flatMap((root) => [...root.querySelectorAll(selector)])
      // A pixel is what is meant for screen readers, such as the announcer of a router.
      .filter((element) => !isOwn(element) && isRendered(element) && boxOf(element).width > 1);
  const lookForErrors = () => {
    alerts = new Map(find(ALERTS).map((one) => [one, alerts.get(one) ?? now() + ERROR_MS]));
    return Math.max(0, ...alerts.values());
  };
  /** And how long it still takes, in ms; without end, what has no end of its own. */
  const moment = (): [Busy, number] | null => {
    if (document.hidden) return ["hidden", Number.POSITIVE_INFINITY];
    const left = (end: number) => Math.max(0, end - now());
    const timed = (busy: Busy, end: number): [Busy, number] | null =>
      left(end) > 0 ? [busy, left(end)] : null;
    const endless = (busy: Busy, is: boolean): [Busy, number] | null =>
      is ? [busy, Number.POSITIVE_INFINITY] : null;
    return (
      timed("dragging", Math.max(ends.press, ends.drag)) ??
      timed("typing", ends.typing) ??
      endless("dialog", find(DIALOGS).length > 0) ??
      endless("video", (find("video") as HTMLVideoElement[]).some(isWatched)) ??
      timed("error", lookForErrors()) ??
      timed("navigated", ends.navigated)
    );
  };

  return {
    busy: () => moment()?.[0] ?? null,
    navigated: () => {
      ends.navigated = now() + afterNavigation;
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
          const doing = moment();
          if (!doing) return end();
          const scope = AbortSignal.any([life, turn.signal]);
          if (doing[1] < Number.POSITIVE_INFINITY) timer = setTimeout(look, doing[1]);
          if (doing[0] === "dialog") page.onChange(look, scope);
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
