/**
 * Access to nodes of the host that a form field named "id", "parentNode" or "getAttribute" cannot shadow: in
 * Chromium `form.id` is then that field, also in our world.
 */

function getter<T extends object, K extends keyof T>(prototype: T, key: K): (object: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (!get) throw new TypeError(`no getter "${String(key)}"`);
  // Bound, and not a closure over `get`: the engine then calls the getter itself, several times as fast.
  return Function.prototype.call.bind(get) as (object: T) => T[K];
}

export const localName = getter(Element.prototype, "localName");
export const openRoot = getter(Element.prototype, "shadowRoot");
export const firstElementChild = getter(Element.prototype, "firstElementChild");
export const lastElementChild = getter(Element.prototype, "lastElementChild");
export const nextElement = getter(Element.prototype, "nextElementSibling");
export const previousElement = getter(Element.prototype, "previousElementSibling");
export const slotOf = getter(Element.prototype, "assignedSlot");
export const firstChild = getter(Node.prototype, "firstChild");
export const nextSibling = getter(Node.prototype, "nextSibling");
export const parentNode = getter(Node.prototype, "parentNode");
export const nodeType = getter(Node.prototype, "nodeType");
export const textContent = getter(Node.prototype, "textContent");
export const isConnected = getter(Node.prototype, "isConnected");

const getAttribute = Function.prototype.call.bind(Element.prototype.getAttribute) as (
  element: Element,
  name: string,
) => string | null;
export const hasAttributes = Function.prototype.call.bind(Element.prototype.hasAttributes) as (
  element: Element,
) => boolean;

export function attribute(element: Element, name: string): string | undefined {
  return getAttribute(element, name) ?? undefined;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function descendant(element: Element, selector: string): Element | undefined {
  return Element.prototype.querySelector.call(element, selector) ?? undefined;
}

export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export function isElement(node: Node): node is Element {
  return nodeType(node) === Node.ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  return nodeType(node) === Node.TEXT_NODE;
}

/** The element around this one, also across the edge of a shadow root. */
export function parentOf(element: Element): Element | undefined {
  const parent = parentNode(element);
  if (parent && isElement(parent)) return parent;
  return parent instanceof ShadowRoot ? parent.host : undefined;
}

/** This element and all around it, innermost first. */
export function* lineage(element: Element): Generator<Element> {
  for (let at: Element | undefined = element; at; at = parentOf(at)) yield at;
}
