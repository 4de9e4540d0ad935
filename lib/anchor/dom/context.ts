import { stability } from "../stability.ts";
import { labelText } from "./content.ts";
import { isControl, roleOf } from "./control.ts";
import {
  attribute,
  descendant,
  firstElementChild,
  lineage,
  localName,
  matches,
  nextElement,
  parentOf,
  previousElement,
} from "./safe.ts";

const LANDMARKS: Readonly<Record<string, string>> = {
  header: "header",
  banner: "header",
  nav: "nav",
  navigation: "nav",
  main: "main",
  footer: "footer",
  contentinfo: "footer",
  dialog: "dialog",
  alertdialog: "dialog",
  aside: "aside",
  complementary: "aside",
};

const HEADING = "h1,h2,h3,h4,h5,h6,[role=heading],legend";

/** The region that the element lies in, with its label if it has one, such as "nav Account". */
export function landmarkOf(element: Element): string | undefined {
  for (const around of lineage(element)) {
    const landmark = LANDMARKS[attribute(around, "role") ?? localName(around)];
    if (landmark) return `${landmark} ${attribute(around, "aria-label") ?? ""}`.trim();
  }
  return undefined;
}

/** How far up and back a heading is looked for: what is further away belongs to something else. */
const HEADING_LEVELS = 6;
const HEADING_SIBLINGS = 12;

/** The nearest heading before the element. */
export function headingOf(element: Element): string | undefined {
  let at: Element | undefined = element;
  for (let level = 0; at && level < HEADING_LEVELS; level++, at = parentOf(at)) {
    let before = previousElement(at);
    for (let step = 0; before && step < HEADING_SIBLINGS; step++) {
      const heading = matches(before, HEADING) ? before : descendant(before, HEADING);
      const text = heading && labelText(heading);
      if (text) return text;
      before = previousElement(before);
    }
  }
  return undefined;
}

const NEIGHBOUR_LEVELS = 3;
const NEIGHBOURS_EACH_WAY = 3;
const LONGEST_NEIGHBOUR = 60;

/** Short texts of what stands beside the element and beside what is around it. */
export function neighboursOf(element: Element): string[] {
  const texts = new Set<string>();
  let at: Element | undefined = element;
  for (let level = 0; at && level < NEIGHBOUR_LEVELS; level++, at = parentOf(at)) {
    for (const step of [previousElement, nextElement]) {
      let beside = step(at);
      for (let i = 0; beside && i < NEIGHBOURS_EACH_WAY; i++, beside = step(beside)) {
        const text = labelText(beside);
        if (text && text.length <= LONGEST_NEIGHBOUR) texts.add(text);
      }
    }
  }
  return [...texts];
}

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
