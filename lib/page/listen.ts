import { isShadowRoot, rootOf, windowOf } from "../anchor/dom/safe.ts";

/**
 * Hears, before any handler of the host, what happens around an element, and whether it happened in it: in its window,
 * and in its shadow root, because a closed one hides its elements from the window, and any one keeps focus that moves
 * within it to itself.
 */
export function listenAround<K extends keyof WindowEventMap>(
  element: Element,
  type: K,
  onEvent: (event: WindowEventMap[K], isIn: boolean) => void,
  signal: AbortSignal,
): void {
  const listener = (event: Event) =>
    onEvent(event as WindowEventMap[K], event.composedPath().includes(element));
  const options = { capture: true, passive: true, signal };
  const root = rootOf(element);
  windowOf(element).addEventListener(type, listener, options);
  if (isShadowRoot(root)) root.addEventListener(type, listener, options);
}
