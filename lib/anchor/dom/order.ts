import { roleOf } from "./control.ts";
import { attribute, localName, parentOf, rootOf } from "./safe.ts";
import { isRendered } from "./visible.ts";

/** Among more elements of a tag a place says nothing, and finding it out would take long. */
const MOST = 2000;
const LEVELS = 8;

/** Place of elements among all of the same build in their document or shadow root: [index, how many]. */
export interface Orders {
  of(element: Element): [number, number] | undefined;
}

/** Remembers what it has counted, so it lives no longer than one look at the page. */
export function createOrders(): Orders {
  const known = new Map<Node, Map<string, Map<Element, [number, number]>>>();
  const countIn = (root: ParentNode, tag: string): Map<Element, [number, number]> => {
    const elements = root.querySelectorAll(tag);
    const places = new Map<Element, [number, number]>();
    if (elements.length > MOST) return places;
    const groups = new Map<string, Element[]>();
    for (const element of elements) {
      if (!isRendered(element)) continue;
      const build = buildOf(element);
      const group = groups.get(build) ?? [];
      group.push(element);
      groups.set(build, group);
    }
    for (const group of groups.values()) {
      group.forEach((element, at) => void places.set(element, [at, group.length]));
    }
    return places;
  };
  return {
    of(element) {
      const root = rootOf(element);
      if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined;
      const tag = localName(element);
      const tags = known.get(root) ?? new Map();
      known.set(root, tags);
      const places = tags.get(tag) ?? countIn(root, tag);
      tags.set(tag, places);
      return places.get(element);
    },
  };
}

/** Role, type and the tags around. */
function buildOf(element: Element): string {
  const parts = [roleOf(element) ?? "", attribute(element, "type") ?? ""];
  let at = parentOf(element);
  for (let level = 0; at && level < LEVELS; level++, at = parentOf(at)) parts.push(localName(at));
  return parts.join(" ");
}
