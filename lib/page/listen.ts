import { isShadowRoot, rootOf, windowOf } from "../anchor/dom/safe.ts";

/**
 * Hears, before any handler of the host, what happens in an element: in its window, and in its shadow root, because a
 * closed one hides its elements from the window, and any one keeps focus that moves within it to itself.
 */
export function listenAt<K extends keyof WindowEventMap>(
  element: Element,
  type: K,
  onEvent: (event: WindowEventMap[K]) => void,
  signal: AbortSignal,
): void {
  const listener = (event: Event) => {
    if (event.composedPath().includes(element)) onEvent(event as WindowEventMap[K]);
  };
  const options = { capture: true, passive: true, signal };
  const root = rootOf(element);
  windowOf(element).addEventListener(type, listener, options);
  if (isShadowRoot(root)) root.addEventListener(type, listener, options);
}
