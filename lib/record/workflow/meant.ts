import { labelText } from "../../anchor/dom/content.ts";
import { isControl } from "../../anchor/dom/control.ts";
import { isOwn } from "../../anchor/dom/own.ts";
import {
  attribute,
  boxOf,
  isElement,
  lineage,
  localName,
  matches,
  parentOf,
} from "../../anchor/dom/safe.ts";
import { isVisible } from "../../anchor/dom/visible.ts";
import { stability } from "../../anchor/stability.ts";
import { meantBy } from "../tag/meant.ts";
import { OPT_OUT } from "./opt-out.ts";

/** The innermost element that an event happened to; undefined: none of the host's, or one that is not to be recorded. */
export function targetOf(event: Event): Element | undefined {
  const path = event.composedPath().filter((node) => node instanceof Node && isElement(node));
  const [first] = path as Element[];
  if (!first || path.some(isOwn)) return undefined;
  return isOptedOut(first) ? undefined : first;
}

export function isOptedOut(element: Element): boolean {
  for (const around of lineage(element)) if (matches(around, OPT_OUT)) return true;
  return false;
}

/**
 * What a person means who acts on this element: the whole of a text that is edited in the page, because what stands in it is
 * theirs; of a label its field, if that is to be seen; else the control around it, or what shows a hand.
 */
export function meantAt(element: Element): Element {
  const editor = editorAround(element);
  if (editor) return editor;
  const meant = meantBy(element);
  if (isControl(meant) || isControl(element)) return meant;
  const figure = figureAround(element);
  if (figure) return figure;
  const label = [...lineage(element)].find((one) => localName(one) === "label");
  const field = label && (label as HTMLLabelElement).control;
  return field && isVisible(field) ? field : meant;
}

/** More is a drawing, and no figure in it: as a share of the window. */
const LARGEST = 0.02;

/** A shape in a drawing is a part of what it draws: of the nearest group that has a name. */
function figureAround(element: Element): Element | undefined {
  if (!(element instanceof SVGElement)) return undefined;
  for (const around of lineage(element)) {
    if (localName(around) === "svg") return undefined;
    const { width, height } = boxOf(around);
    if (width * height > LARGEST * innerWidth * innerHeight) return undefined;
    if (localName(around) === "g" && labelText(around)) return around;
  }
  return undefined;
}

/** The outermost element around this one that can be edited as a whole. */
export function editorAround(element: Element): Element | undefined {
  let editor: Element | undefined;
  for (const around of lineage(element)) {
    const editable = attribute(around, "contenteditable");
    if (editable !== undefined && editable !== "false") editor = around;
  }
  return editor;
}

/** As far up as a place keeps being about the same. */
const LEVELS = 6;

/** Where something was dropped: the nearest that says of itself what it is, else the very element. */
export function placeAround(element: Element): Element {
  const figure = figureAround(element);
  if (figure) return figure;
  let at: Element | undefined = element;
  for (let level = 0; at && level < LEVELS && localName(at) !== "body"; level++) {
    if (isControl(at) || saysWhatItIs(at)) return at;
    at = parentOf(at);
  }
  return element;
}

function saysWhatItIs(element: Element): boolean {
  const id = attribute(element, "id");
  if (id && stability(id) !== "random") return true;
  return ["role", "aria-label", "data-testid"].some((name) => attribute(element, name));
}
