import type { Fingerprint } from "../../model/anchor.ts";
import { stability } from "../stability.ts";
import { accessibleName, labelText } from "./content.ts";
import { isControl, roleOf } from "./control.ts";
import { landmarkAt } from "./landmark.ts";
import { createOrders } from "./order.ts";
import { createRows } from "./row.ts";
import {
  attribute,
  descendant,
  firstElementChild,
  hasAttributes,
  lineage,
  localName,
  matches,
  nextElement,
  parentOf,
  previousElement,
} from "./safe.ts";

const HEADING = "h1,h2,h3,h4,h5,h6,[role=heading],legend";

export function landmarkOf(element: Element): string | undefined {
  for (const around of lineage(element)) {
    const landmark = landmarkAt(around, localName(around));
    if (landmark) return landmark;
  }
  return undefined;
}

/** How far up and back a heading is looked for: what is further away belongs to something else. */
const HEADING_LEVELS = 6;
const HEADING_SIBLINGS = 12;

/** Remembers what was read, because the surroundings of many elements are the same. */
export interface Surroundings {
  /** The nearest heading before the element. */
  headingOf(element: Element): string | undefined;
  /** Short texts of what stands beside the element and beside what is around it. */
  neighboursOf(element: Element): string[];
  orderOf(element: Element): Fingerprint["order"];
  rowOf(element: Element): Fingerprint["row"];
}

export function createSurroundings(): Surroundings {
  const headings = new Map<Element, string | undefined>();
  const labels = new Map<Element, string | undefined>();

  const headingIn = remember(headings, (element) => {
    if (matches(element, HEADING)) return labelText(element);
    const heading = firstElementChild(element) && descendant(element, HEADING);
    return heading ? labelText(heading) : undefined;
  });
  const shortLabel = remember(labels, (element) => {
    const text = labelText(element, LONGEST_NEIGHBOUR);
    return text ?? nameWithin(element)?.slice(0, LONGEST_NEIGHBOUR);
  });

  return {
    orderOf: createOrders(),
    rowOf: createRows(),
    headingOf(element) {
      for (const before of preceding(element)) {
        const text = headingIn(before);
        if (text) return text;
      }
      return undefined;
    },
    neighboursOf(element) {
      const texts = new Set<string>();
      let at: Element | undefined = element;
      for (let level = 0; at && level < NEIGHBOUR_LEVELS; level++, at = parentOf(at)) {
        for (const step of [previousElement, nextElement]) {
          let beside = step(at);
          for (let i = 0; beside && i < NEIGHBOURS_EACH_WAY; i++, beside = step(beside)) {
            const text = shortLabel(beside);
            if (text) texts.add(text);
          }
        }
      }
      return [...texts];
    },
  };
}

/** Name of an icon: of the element, or of the only one in it that it wraps. */
function nameWithin(element: Element): string | undefined {
  let at: Element | null = element;
  for (let depth = 0; at && depth < WRAPPERS; depth++) {
    if (hasAttributes(at) && isControl(at)) return accessibleName(at, undefined);
    const only: Element | null = firstElementChild(at);
    at = only && !nextElement(only) ? only : null;
  }
  return undefined;
}

/** What stands before the element and before what is around it, nearest first. */
function* preceding(element: Element): Generator<Element> {
  let at: Element | undefined = element;
  for (let level = 0; at && level < HEADING_LEVELS; level++, at = parentOf(at)) {
    let before = previousElement(at);
    for (let step = 0; before && step < HEADING_SIBLINGS; step++) {
      yield before;
      before = previousElement(before);
    }
  }
}

function remember<T>(known: Map<Element, T>, read: (element: Element) => T) {
  return (element: Element): T => {
    if (!known.has(element)) known.set(element, read(element));
    return known.get(element) as T;
  };
}

const NEIGHBOUR_LEVELS = 3;
const NEIGHBOURS_EACH_WAY = 3;
const LONGEST_NEIGHBOUR = 60;
const WRAPPERS = 3;

/** Tags from the parent upwards, with a role or a stable id. */
export function ancestorsOf(element: Element): string[] {
  const path: string[] = [];
  for (const around of lineage(element)) {
    if (around === element) continue;
    if (path.length === 8) break;
    const id = attribute(around, "id");
    const role = attribute(around, "role");
    const mark = id && stability(id) !== "random" ? `#${id}` : role ? `[${role}]` : "";
    path.push(`${localName(around)}${mark}`.slice(0, 120));
  }
  return path;
}

/** Place among the siblings of the same kind: [index, how many]. */
export function positionOf(element: Element): [number, number] | undefined {
  const parent = parentOf(element);
  if (!parent) return undefined;
  const kind = roleOf(element) ?? localName(element);
  let index = 0;
  let count = 0;
  for (let child = firstElementChild(parent); child; child = nextElement(child)) {
    if ((roleOf(child) ?? localName(child)) !== kind) continue;
    if (child === element) index = count;
    count++;
  }
  return count > 0 && (count > 1 || isControl(element)) ? [index, count] : undefined;
}
