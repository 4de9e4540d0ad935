import type { PageObserver } from "../observe.ts";

/** E13 of docs/spec/events.md. */
const PATIENCE_MS = 2_500;

/** What tells that a click did something, besides changes of the page itself. */
const EFFECTS =
  "focusin blur scroll input change submit reset copy cut paste dragstart play pause pagehide beforeunload popstate hashchange visibilitychange";

/**
 * Waits for an effect of one click at a time: of several in a row only the last is judged. `onDead` is called once
 * nothing has happened in time. Between clicks it does nothing.
 */
export function createDeadClicks(
  page: PageObserver,
  onDead: (feature: string | undefined) => void,
  signal: AbortSignal,
) {
  let waiting = new AbortController();

  return {
    /** Call it before the host learns of the click. */
    wait(feature: string | undefined): void {
      waiting.abort();
      waiting = new AbortController();
      const turn = waiting;
      const until = AbortSignal.any([signal, turn.signal]);
      const end = () => turn.abort();
      const timer = setTimeout(() => {
        end();
        onDead(feature);
      }, PATIENCE_MS);
      until.addEventListener("abort", () => clearTimeout(timer), { once: true });

      page.onChange(end, until);
      const options = { capture: true, passive: true, signal: until };
      for (const type of EFFECTS.split(" ")) addEventListener(type, end, options);
      const onSelect = () => {
        if (getSelection()?.type === "Range") end();
      };
      document.addEventListener("selectionchange", onSelect, options);
      const { navigation } = globalThis as { navigation?: EventTarget };
      navigation?.addEventListener("navigate", end, { signal: until });
    },
  };
}
