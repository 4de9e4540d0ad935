import type { Fingerprint } from "../../model/anchor.ts";
import type { Hint } from "../hint.ts";
import { labelText } from "./content.ts";
import { FIELDS, holdsInput, IMPLICIT_ROLES, isControl, roleOf } from "./control.ts";
import { iconOf } from "./icon.ts";
import { attribute, firstElementChild, shadowOf, textContent } from "./safe.ts";

/** The little that is read of every element of a page. */
export interface Glimpse {
  tag: string;
  role: string | undefined;
  type: string | undefined;
  hasText: boolean;
  /** It may share something with the target that a closer look will tell. */
  hit: boolean;
}

const NAMING = ["aria-label", "title", "alt", "placeholder"] as const;

/** `marked`: whether it has attributes at all. */
export function glimpse(element: Element, hint: Hint, tag: string, marked: boolean): Glimpse {
  const isField = marked ? holdsInput(element) : FIELDS.has(tag);
  const text = isField ? "" : roughText(element);
  return {
    tag,
    role: marked ? roleOf(element) : IMPLICIT_ROLES.get(tag),
    type: marked ? attribute(element, "type") : undefined,
    hasText: text !== "",
    hit:
      isField ||
      (text !== "" && hint.text(text)) ||
      ((text === "" || isControl(element, tag, marked)) && hasIcon(element, tag, hint)) ||
      (marked && isMarked(element, tag, hint)),
  };
}

function hasIcon(element: Element, tag: string, { icons }: Hint): boolean {
  if (icons.size === 0) return false;
  if (tag !== "svg" && tag !== "img" && !firstElementChild(element)) return false;
  return icons.has(iconOf(element) ?? "");
}

function isMarked(element: Element, tag: string, { text, marks, href }: Hint): boolean {
  for (const name of NAMING) {
    const value = attribute(element, name);
    if (value !== undefined && text(value)) return true;
  }
  if (attribute(element, "aria-labelledby") !== undefined) return true;
  if (carries(element, marks)) return true;
  return tag === "a" && href(attribute(element, "href") ?? "");
}

/** Whether the element has one of the attributes with one of its values. */
export function carries(element: Element, marks: Hint["marks"]): boolean {
  for (const [name, values] of marks) {
    const value = attribute(element, name);
    if (value !== undefined && values.has(value)) return true;
  }
  return false;
}

/** What is longer, white space included, is taken for content. */
const LONGEST = 2000;

/** All text inside and perhaps a little more, in one call where that is possible; empty if there is none. */
function roughText(element: Element): string {
  const text = textContent(element) ?? "";
  if (text.length > LONGEST) return "";
  if (/\S/.test(text)) return text;
  return firstElementChild(element) || shadowOf(element) ? (labelText(element) ?? "") : "";
}

/** A fingerprint of nothing but kind and place. */
export function kindOf({ tag, role, type, hasText }: Glimpse): Fingerprint {
  return {
    tag,
    ...(role && { role }),
    ...(type && { type }),
    ...(hasText && { text: "?" }),
  };
}
