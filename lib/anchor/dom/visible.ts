import { boxOf } from "./safe.ts";

/** Rendered and not hidden by style. Cheap: it measures nothing. */
export function isRendered(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

/** Rendered with an extent, wherever it is scrolled to. Transparent counts: native boxes lie so under drawn ones. */
export function isVisible(element: Element): boolean {
  if (!isRendered(element)) return false;
  const { width, height } = boxOf(element);
  return width > 0 && height > 0;
}
