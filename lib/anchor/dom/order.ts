import { roleOf } from "./control.ts";
import { type PlaceAmong, placesAmong } from "./places.ts";
import { attribute, localName, parentOf, rootOf } from "./safe.ts";

/** Among more elements of a tag a place says nothing, and finding it out would take long. */
const MOST = 2000;
const LEVELS = 8;

/** Place of elements among all of the same build in their document or shadow root. */
export type OrderOf = (element: Element) => PlaceAmong | undefined;

/** Remembers what it has counted, so it lives no longer than one look at the page. */
export function createOrders(): OrderOf {
  const known = new Map<Node, Map<string, Map<Element, PlaceAmong>>>();
  return (element) => {
    const root = rootOf(element) as ParentNode & Node;
    const tag = localName(element);
    const tags = known.get(root) ?? new Map();
    known.set(root, tags);
    let places = tags.get(tag);
    if (!places) {
      const elements = [...root.querySelectorAll(tag)];
      places = placesAmong(elements.length > MOST ? [] : elements, buildOf);
      tags.set(tag, places);
    }
    return places.get(element);
  };
}

/** Role, type and the tags around. */
function buildOf(element: Element): string {
  const parts = [roleOf(element) ?? "", attribute(element, "type") ?? ""];
  let at = parentOf(element);
  for (let level = 0; at && level < LEVELS; level++, at = parentOf(at)) parts.push(localName(at));
  return parts.join(" ");
}
