import { listenAround } from "./listen.ts";
import type { Use } from "./target.ts";

/**
 * Tells that a person clicks on an element, or commits a change of it. Apps that draw anew while the button is down move
 * what was pressed, and browsers then tell an ancestor of the click: what was pressed and let go in the element counts.
 */
export function listenForUse(
  element: Element,
  use: Use,
  onUse: () => void,
  signal: AbortSignal,
): void {
  let pressed = false;
  const onDown = (_: Event, isIn: boolean) => {
    pressed = isIn;
  };
  const onUp = (_: Event, isIn: boolean) => {
    pressed &&= isIn && use === "click";
  };
  const onEvent = ({ isTrusted }: Event, isIn: boolean) =>
    isTrusted && (isIn || pressed) && onUse();
  listenAround(element, "pointerdown", onDown, signal);
  listenAround(element, "pointerup", onUp, signal);
  listenAround(element, use, onEvent, signal);
}
