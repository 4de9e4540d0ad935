import { isOwn } from "./own.ts";

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
const openRoot = getter(Element.prototype, "shadowRoot");
export const firstElementChild = getter(Element.prototype, "firstElementChild");
export const lastElementChild = getter(Element.prototype, "lastElementChild");
export const countOfChildren = getter(Element.prototype, "childElementCount");
export const nextElement = getter(Element.prototype, "nextElementSibling");
export const previousElement = getter(Element.prototype, "previousElementSibling");
export const slotOf = getter(Element.prototype, "assignedSlot");
export const firstChild = getter(Node.prototype, "firstChild");
export const lastChild = getter(Node.prototype, "lastChild");
export const nextSibling = getter(Node.prototype, "nextSibling");
export const previousSibling = getter(Node.prototype, "previousSibling");
export const parentNode = getter(Node.prototype, "parentNode");
export const nodeType = getter(Node.prototype, "nodeType");
export const textContent = getter(Node.prototype, "textContent");
export const isConnected = getter(Node.prototype, "isConnected");
export const documentOf = getter(Node.prototype, "ownerDocument") as (node: Node) => Document;
export const baseOf = getter(Node.prototype, "baseURI");

const getAttribute = Function.prototype.call.bind(Element.prototype.getAttribute) as (
  element: Element,
  name: string,
) => string | null;
export const hasAttributes = Function.prototype.call.bind(Element.prototype.hasAttributes) as (
  element: Element,
) => boolean;

/** Names of all attributes of an element. */
export type Names = readonly string[];
const NO_NAMES: Names = [];
const getAttributeNames = Function.prototype.call.bind(Element.prototype.getAttributeNames) as (
  element: Element,
) => string[];

export function namesOf(element: Element): Names {
  return hasAttributes(element) ? getAttributeNames(element) : NO_NAMES;
}

/** `names` of the element, where they are known, save asking it for what it lacks. */
export function attribute(element: Element, name: string, names?: Names): string | undefined {
  if (names && !names.includes(name)) return undefined;
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

export function contains(around: Node, node: Node): boolean {
  return Node.prototype.contains.call(around, node);
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

/** Nodes of other frames are no instances of this frame's classes. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeType(node) === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}

export function isDocument(node: Node): node is Document {
  return nodeType(node) === Node.DOCUMENT_NODE;
}

/** The only elements that can have a shadow root, besides custom ones. */
const HOSTS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(
    " ",
  ),
);

type OpenRoot = (element: Element) => ShadowRoot | null;
let closedRoot: OpenRoot = () => null;

/** Only an extension's script can look into closed shadow roots; where there is one it says how. */
export function lookIntoClosedRoots(open: OpenRoot): void {
  closedRoot = open;
}

/**
 * The shadow root of an element of the host. A closed one is looked for in custom elements only, which is where they
 * are, because asking costs more than all else that is asked of an element.
 */
export function shadowOf(element: Element, tag = localName(element)): ShadowRoot | null {
  const custom = tag.includes("-");
  if (!custom && !HOSTS.has(tag)) return null;
  const root = openRoot(element);
  if (root || !custom || isOwn(element)) return root;
  return closedRoot(element);
}

/** What stands in a frame, if we may reach it: frames of other sites cannot be looked into. */
export function frameDocument(element: Element, tag = localName(element)): Document | undefined {
  if (tag !== "iframe" && tag !== "frame") return undefined;
  return (element as HTMLIFrameElement).contentDocument ?? undefined;
}

export function windowOf(node: Node): Window & typeof globalThis {
  return (isDocument(node) ? node : documentOf(node)).defaultView ?? window;
}

/** The frame that a node stands in, unless that is the one this script runs in. */
export function frameAround(node: Node): Element | undefined {
  const inner = windowOf(node);
  return inner === window ? undefined : (inner.frameElement ?? undefined);
}

/** The element around this one, also across the edge of a shadow root. */
export function parentOf(element: Element): Element | undefined {
  const parent = parentNode(element);
  if (parent && isElement(parent)) return parent;
  return parent && isShadowRoot(parent) ? parent.host : undefined;
}

/** The element around this one as it is laid out: where it is slotted, else as `parentOf`. */
export function layoutParent(element: Element): Element | undefined {
  const parent = parentNode(element);
  const root = parent && isElement(parent) ? shadowOf(parent) : null;
  if (!root) return parentOf(element);
  return slotOf(element) ?? [...root.querySelectorAll("slot")].find(holds(element));
}

/** A slot of a closed root is kept a secret by the element, not by itself. */
function holds(element: Element) {
  return (slot: HTMLSlotElement) => slot.assignedElements().includes(element);
}

/** This element and all around it as they are laid out. */
export function* laidOutAround(element: Element): Generator<Element> {
  for (let at: Element | undefined = element; at; at = layoutParent(at)) yield at;
}

/** This element and all around it, innermost first. */
export function* lineage(element: Element): Generator<Element> {
  for (let at: Element | undefined = element; at; at = parentOf(at)) yield at;
}
