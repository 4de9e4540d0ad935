import { scopesOf } from "./match.ts";

/** Less is a click with a shaky hand. */
const MIN_DISTANCE_PX = 8;

/**
 * Pairs a press with its release; one pointer at a time, as a mouse or a finger drags. A native drag ends with a
 * `drop` instead, which knows no pointer.
 */
export function createDrag() {
  let pressed: { pointer: number; x: number; y: number; scopes: Element[] } | undefined;

  return {
    press(event: PointerEvent) {
      pressed = {
        pointer: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        scopes: scopesOf(event.composedPath()),
      };
    },
    /** Where the drag began, if this release ends one. */
    release(event: PointerEvent | DragEvent): Element[] | undefined {
      const from = pressed;
      pressed = undefined;
      if (!from) return undefined;
      if (event instanceof PointerEvent && from.pointer !== event.pointerId) return undefined;
      const distance = Math.hypot(event.clientX - from.x, event.clientY - from.y);
      return distance >= MIN_DISTANCE_PX ? from.scopes : undefined;
    },
  };
}
