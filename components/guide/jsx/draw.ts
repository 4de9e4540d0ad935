import type { ComponentChildren } from "preact";
import type { Drawing } from "./jsx-runtime.ts";

const SVG = "http://www.w3.org/2000/svg";

/** What was drawn last at an element of ours. */
const drawings = new WeakMap<Element, Drawing>();

/**
 * Makes the children of an element those that are described. An element that stands where one of the same tag and key
 * stood before is the same element: its focus, its scrolling and what was typed into it stay, and so do attributes that
 * no drawing ever named.
 */
export function draw(parent: Element, children: ComponentChildren): void {
  let at: ChildNode | null = parent.firstChild;
  for (const child of flatten(children)) {
    const fits = at && isSame(at, child);
    const node: ChildNode = fits && at ? at : create(child, parent);
    if (fits && at) at = at.nextSibling;
    else if (at) {
      const next = at.nextSibling;
      at.replaceWith(node);
      at = next;
    } else parent.append(node);
    if (typeof child === "string") node.textContent = child;
    else update(node as Element, child);
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** Children in one row. What is not drawn keeps its place, so that those after it keep their elements. */
function flatten(children: ComponentChildren): (Drawing | string)[] {
  if (Array.isArray(children)) return children.flatMap(flatten);
  if (children === null || children === undefined || typeof children === "boolean") return [""];
  return [typeof children === "object" ? (children as unknown as Drawing) : String(children)];
}

function isSame(node: ChildNode, child: Drawing | string): boolean {
  if (typeof child === "string") return node instanceof Text;
  const before = node instanceof Element && drawings.get(node);
  return before ? before.tag === child.tag && before.key === child.key : false;
}

function create(child: Drawing | string, parent: Element): Text | Element {
  if (typeof child === "string") return document.createTextNode("");
  const isSvg = child.tag === "svg" || parent.namespaceURI === SVG;
  return isSvg ? document.createElementNS(SVG, child.tag) : document.createElement(child.tag);
}

function update(element: Element, drawing: Drawing): void {
  const before = drawings.get(element)?.props ?? {};
  drawings.set(element, drawing);
  const { children, ...props } = drawing.props;
  for (const name of Object.keys({ ...before, ...props })) {
    const value = props[name];
    if (name === "children" || value === before[name]) continue;
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2).toLowerCase(), dispatch);
    } else if (value === undefined || value === null || value === false) {
      element.removeAttribute(name);
    } else element.setAttribute(name, value === true ? "" : String(value));
  }
  draw(element, children as ComponentChildren);
}

/** Calls the handler that was drawn last; adding this listener again changes nothing. */
function dispatch(event: Event): void {
  const { props } = drawings.get(event.currentTarget as Element) ?? {};
  for (const [name, handler] of Object.entries(props ?? {})) {
    if (name.toLowerCase() === `on${event.type}`) (handler as (event: Event) => void)?.(event);
  }
}
