import { holdsInput } from "./control.ts";
import { isOwn } from "./own.ts";
import { attribute, firstChild, localName, nextSibling, openRoot, rootOf } from "./safe.ts";

/** What is longer is content, not a label. */
const LONGEST_LABEL = 200;

const UNREAD = new Set(["script", "style", "noscript", "template"]);

/**
 * The text a person sees in an element, in the order it is laid out, through slots and open shadow roots; never
 * what they typed. Undefined if there is none, or too much to be a label.
 */
export function labelText(element: Element): string | undefined {
  const text = readText(element, LONGEST_LABEL + 1).trim();
  return text && text.length <= LONGEST_LABEL ? text : undefined;
}

function readText(node: Node, limit: number): string {
  if (node instanceof Text) return node.data.replace(/\s+/g, " ");
  if (node instanceof Element && isUnread(node)) return "";
  let text = "";
  for (const child of laidOut(node)) {
    const part = readText(child, limit - text.length);
    const apart = child instanceof Element && text && part && !text.endsWith(" ");
    text += apart ? ` ${part}` : part;
    if (text.length >= limit) break;
  }
  return text;
}

function isUnread(element: Element): boolean {
  return (
    UNREAD.has(localName(element)) ||
    holdsInput(element) ||
    isOwn(element) ||
    attribute(element, "hidden") !== undefined
  );
}

function* laidOut(node: Node): Iterable<Node> {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    if (assigned.length > 0) return yield* assigned;
  }
  const inner = (node instanceof Element && openRoot(node)) || node;
  for (let child = firstChild(inner); child; child = nextSibling(child)) yield child;
}

/** Whether text stands directly in the element, not only in its children. */
export function hasOwnText(element: Element): boolean {
  for (let child = firstChild(element); child; child = nextSibling(child)) {
    if (child instanceof Text && child.data.trim() !== "") return true;
  }
  return false;
}

/** Text of the labels of a field. */
export function fieldLabel(element: Element): string | undefined {
  const labels = (element as Partial<HTMLInputElement>).labels;
  const text = labels && [...labels].map((label) => labelText(label) ?? "").join(" ");
  return text?.trim() || undefined;
}

/**
 * Accessible name in the order browsers take it, as far as a fingerprint needs it. `text` is the label text of
 * the element, which the caller has read already.
 */
export function accessibleName(element: Element, text: string | undefined): string | undefined {
  return (
    referredName(element) ||
    attribute(element, "aria-label")?.trim() ||
    (holdsInput(element) && fieldLabel(element)) ||
    attribute(element, "alt")?.trim() ||
    buttonValue(element) ||
    text ||
    attribute(element, "title")?.trim() ||
    attribute(element, "placeholder")?.trim() ||
    undefined
  );
}

function referredName(element: Element): string | undefined {
  const ids = attribute(element, "aria-labelledby")?.trim();
  if (!ids) return undefined;
  const root = rootOf(element);
  if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined;
  const labels = ids.split(/\s+/).map((id) => root.getElementById(id));
  return labels.flatMap((label) => (label && labelText(label)) ?? []).join(" ");
}

/** The caption of `<input type=submit>` and its kin stands in the attribute; nobody types it. */
function buttonValue(element: Element): string | undefined {
  const captioned = /^(submit|button|reset)$/.test(attribute(element, "type") ?? "");
  return captioned && localName(element) === "input"
    ? attribute(element, "value")?.trim()
    : undefined;
}
