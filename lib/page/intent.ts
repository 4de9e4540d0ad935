import { isOwn } from "../anchor/dom/own.ts";
import { matches, windowOf } from "../anchor/dom/safe.ts";
import { focusedElements } from "./field-focus.ts";

/** The way from the target to the card is as long as that. */
const GRACE_MS = 300;

/**
 * Tells when a person is about to use an element of the host: the pointer comes onto it, a finger presses it, or the
 * keyboard brings the focus there; and when they are no longer. Who is in something of ours has not left. Escape ends
 * it until they come anew, and the host hears it too. Events are only watched.
 */
export function watchIntent(
  target: Element,
  onIntent: (change: "open" | "fold") => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, passive: true, signal };
  const near = new Set<"pointer" | "focus">();
  let leaving: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(leaving), { once: true });

  const isAt = (event: Event) => event.composedPath().includes(target);
  const isOurs = ({ target: at }: Event) => isOwn(at);
  const come = (by: "pointer" | "focus") => {
    near.add(by);
    onIntent("open");
  };
  const go = (by: "pointer" | "focus") => {
    if (near.delete(by) && near.size === 0) onIntent("fold");
  };
  const onOver = (event: PointerEvent) => {
    clearTimeout(leaving);
    if (isAt(event)) come("pointer");
    // A finger is nowhere between two touches.
    else if (!isOurs(event) && event.pointerType !== "touch") {
      leaving = setTimeout(() => go("pointer"), GRACE_MS);
    }
  };
  const onDown = (event: PointerEvent) => {
    if (isAt(event)) come("pointer");
    else if (!isOurs(event)) go("pointer");
  };
  const onFocusIn = (event: Event) => {
    if (isAt(event) && isByKeyboard()) come("focus");
  };
  const onFocusOut = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (isAt(event) && !isOwn(next)) go("focus");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !event.isTrusted || near.size === 0) return;
    near.clear();
    onIntent("fold");
  };
  const isByKeyboard = () =>
    focusedElements().some((element) => matches(element, ":focus-visible"));
  const around = windowOf(target);
  around.addEventListener("pointerover", onOver, options);
  around.addEventListener("pointerdown", onDown, options);
  around.addEventListener("focusin", onFocusIn, options);
  around.addEventListener("focusout", onFocusOut, options);
  around.addEventListener("keydown", onKey, options);
  if (focusedElements().includes(target) && isByKeyboard()) come("focus");
}
