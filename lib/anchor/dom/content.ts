import { holdsInput } from "./control.ts";
import { isOwn } from "./own.ts";
import {
  attribute,
  countOfChildren,
  firstChild,
  isDocument,
  isElement,
  isShadowRoot,
  isText,
  localName,
  namesOf,
  nextSibling,
  rootOf,
  shadowOf,
  textContent,
} from "./safe.ts";

/** What is longer is content, not a label. */
const LONGEST_LABEL = 200;

/** Of one piece of text: room for a label within much white space. */
const LONGEST_READ = 1000;

const UNREAD = new Set(["script", "style", "noscript", "template"]);

/**
 * The text a person sees in an element, in the order it is laid out, through slots and open shadow roots; never
 * what they typed. Undefined if there is none, or too much to be a label.
 */
export function labelText(element: Element, longest = LONGEST_LABEL): string | undefined {
  const text = readText(element, longest + 1).trim();
  return text && text.length <= longest ? text : undefined;
}

function readText(node: Node, limit: number): string {
  if (isText(node)) return plain(node.data);
  const inner = isElement(node) && readable(node);
  if (!inner) return "";
  let text = "";
  if (Array.isArray(inner)) {
    for (const child of inner) text = join(text, child, limit);
    return text;
  }
  if (inner === node && countOfChildren(node) === 0) {
    const whole = textContent(node) ?? "";
    if (whole.length < limit && !UNEVEN.test(whole)) return whole;
  }
  for (let child = firstChild(inner); child && text.length < limit; child = nextSibling(child)) {
    text = join(text, child, limit);
  }
  return text;
}

function join(text: string, child: Node, limit: number): string {
  const part = readText(child, limit - text.length);
  const apart = text && part && !text.endsWith(" ") && isElement(child);
  return apart ? `${text} ${part}` : text + part;
}

function plain(data: string): string {
  const text = data.length > LONGEST_READ ? data.slice(0, LONGEST_READ) : data;
  return UNEVEN.test(text) ? text.replace(/\s+/g, " ") : text;
}

/** White space that is not drawn as it stands. */
const UNEVEN = /[^\S ]| {2}/;

/** Where the layout takes the content of an element from; undefined if nothing of it is to be read. */
function readable(element: Element): Node | Node[] | undefined {
  const tag = localName(element);
  if (UNREAD.has(tag)) return undefined;
  const names = namesOf(element);
  if (holdsInput(element, tag, names) || names.includes("hidden")) return undefined;
  if (tag === "slot" && "assignedNodes" in element) {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  const root = shadowOf(element, tag);
  if (root && isOwn(element)) return undefined;
  return root ?? element;
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
export function accessibleName(
  element: Element,
  text: string | undefined,
  names = namesOf(element),
): string | undefined {
  const tag = localName(element);
  const said = (name: string) => attribute(element, name, names)?.trim();
  return (
    referredName(element, said("aria-labelledby")) ||
    said("aria-label") ||
    (holdsInput(element, tag, names) && fieldLabel(element)) ||
    said("alt") ||
    (tag === "input" && CAPTIONED.test(said("type") ?? "") && said("value")) ||
    text ||
    said("title") ||
    said("placeholder") ||
    undefined
  );
}

/** The caption of `<input type=submit>` and its kin stands in the attribute; nobody types it. */
const CAPTIONED = /^(submit|button|reset)$/;

function referredName(element: Element, ids: string | undefined): string | undefined {
  if (!ids) return undefined;
  const root = rootOf(element);
  if (!isDocument(root) && !isShadowRoot(root)) return undefined;
  const labels = ids.split(/\s+/).map((id) => root.getElementById(id));
  return labels.flatMap((label) => (label && labelText(label)) ?? []).join(" ");
}
