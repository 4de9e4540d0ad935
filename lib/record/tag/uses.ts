import { FIELDS } from "../../anchor/dom/control.ts";
import { attribute, lineage, localName, matches } from "../../anchor/dom/safe.ts";
import { templatePath } from "../../model/path.ts";
import type { TaggedUse, TagNews } from "../../model/tagging.ts";
import { propose } from "./propose.ts";

type Picked = Extract<TagNews, { news: "picked" }>;

const PRESSED = "[type=button],[type=submit],[type=reset],[type=image]";
const SENDS = "button:not([type=button],[type=reset]),input[type=submit],input[type=image]";

/** What of an element could be a use of a feature, and how each is told from others. */
export function picked(element: Element): Picked {
  const form = [...lineage(element)].find((one) => localName(one) === "form");
  const isField = FIELDS.has(localName(element)) && !matches(element, PRESSED);
  const uses: Picked["uses"] = [];
  const add = (on: TaggedUse, of: Element) => {
    const { choices, proposed } = propose(of);
    if (choices.length > 0) uses.push({ on, choices, proposed });
  };
  if (attribute(element, "draggable") === "true") add("drag", element);
  if (isField) add("input", element);
  if (form === element) add("submit", element);
  add("click", element);
  if (form && form !== element && matches(element, SENDS)) add("submit", form);
  if (!uses.some(({ on }) => on === "drag")) add("drag", element);
  return { news: "picked", uses, page: pageNow() };
}

/** Where the page is, with `*` for what looks like an identifier. A fragment counts where it is a route. */
function pageNow(): Picked["page"] {
  const glob = (route: string) => templatePath(route).replaceAll(":id", "*").slice(0, 300);
  const { pathname, hash } = location;
  const isRoute = /^#!?\//.test(hash);
  return { path: glob(pathname), ...(isRoute && { hash: glob(hash.slice(1)) }) };
}
