import type { Fingerprint } from "../../model/anchor.ts";
import type { Hint } from "../hint.ts";
import type { Seen } from "./collect.ts";
import { labelText } from "./content.ts";
import { holdsInput, roleOf } from "./control.ts";
import { iconOf } from "./icon.ts";
import { attribute, type Names, shadowOf, textContent } from "./safe.ts";

/** The little that is read of every element of a page: what it is, and only whether it has a text. */
export interface Glimpse extends Pick<Fingerprint, "tag" | "role" | "type" | "text"> {
  /** It may share something with the target that a closer look will tell. */
  hit: boolean;
}

const NAMING = new Set(["aria-label", "title", "alt", "placeholder"]);

export function glimpse({ element, tag, names, control, leaf }: Seen, hint: Hint): Glimpse {
  const isField = holdsInput(element, tag, names);
  const text = isField ? "" : roughText(element, leaf);
  return {
    tag,
    role: roleOf(element, tag, names),
    type: attribute(element, "type", names),
    text: text && "?",
    hit:
      isField ||
      (text !== "" && hint.text(text)) ||
      ((text === "" || control) && hasIcon(element, tag, leaf, hint)) ||
      isMarked(element, tag, names, hint),
  };
}

function hasIcon(element: Element, tag: string, leaf: boolean, { icons }: Hint): boolean {
  if (icons.size === 0) return false;
  if (tag !== "svg" && tag !== "img" && leaf) return false;
  return icons.has(iconOf(element) ?? "");
}

function isMarked(element: Element, tag: string, names: Names, hint: Hint): boolean {
  return names.some((name) => {
    if (name === "aria-labelledby") return true;
    const leads = name === "href" && tag === "a";
    const values = hint.marks.get(name);
    if (!leads && !values && !NAMING.has(name)) return false;
    const value = attribute(element, name) ?? "";
    return (
      values?.has(value) || (leads && hint.href(value)) || (NAMING.has(name) && hint.text(value))
    );
  });
}

/** Whether the element has one of the attributes with one of its values. */
export function carries(element: Element, names: Names, marks: Hint["marks"]): boolean {
  return names.some((name) => marks.get(name)?.has(attribute(element, name) ?? ""));
}

/** What is longer, white space included, is taken for content. */
const LONGEST = 2000;

/** All text inside and perhaps a little more, in one call where that is possible; empty if there is none. */
function roughText(element: Element, leaf: boolean): string {
  const text = textContent(element) ?? "";
  if (text.length > LONGEST) return "";
  if (/\S/.test(text)) return text;
  return !leaf || shadowOf(element) ? (labelText(element) ?? "") : "";
}
