/** Our marks on elements are properties: this world's properties are invisible to the host page. */
const OWN = Symbol.for("waymark.own");

/** Marks an element that we added to the page, so that no part of Waymark takes it for the host's. */
export function markOwn(element: Element): void {
  Object.defineProperty(element, OWN, { value: true });
}

export function isOwn(node: unknown): boolean {
  return typeof node === "object" && (node as Record<symbol, unknown> | null)?.[OWN] === true;
}
