import type { Fingerprint } from "../../model/anchor.ts";
import { labelText } from "./content.ts";
import { roleOf } from "./control.ts";
import { type PlaceAmong, placesAmong } from "./places.ts";
import {
  attribute,
  descendant,
  firstElementChild,
  lineage,
  localName,
  matches,
  nextElement,
  parentOf,
} from "./safe.ts";

type Row = NonNullable<Fingerprint["row"]>;

const LEVELS = 8;
/** So many alike beside each other are a list, and this few if they say so by themselves. */
const SOME = 3;
const FEW = 2;
const LONGEST_KEY = 120;

const ROWS = new Set(["tr", "li"]);
const ROW_ROLES = new Set(["row", "listitem", "option", "treeitem"]);
const CELLS = "td,th,[role=cell],[role=gridcell],[role=rowheader]";
const NO_ROW = `${CELLS},a,button,input,select,textarea,label,svg,path,[role=button]`;
const NAMING = "th,[role=rowheader],h1,h2,h3,h4,h5,h6,[role=heading]";

/** What elements are in lists and tables; undefined for what is in none. */
export type RowOf = (element: Element) => Row | undefined;

/** Remembers what it has read, so it lives no longer than one look at the page. */
export function createRows(): RowOf {
  const keys = new Map<Element, string | undefined>();
  const lists = new Map<Element, Map<Element, PlaceAmong>>();
  return (element) => {
    const row = rowAround(element);
    const list = row && parentOf(row);
    if (!list) return undefined;
    if (!keys.has(row)) keys.set(row, nameOf(row)?.slice(0, LONGEST_KEY));
    const key = keys.get(row);
    const places = lists.get(list) ?? placesAmong(list.children, kindOf);
    lists.set(list, places);
    const column = columnOf(element, row)?.slice(0, LONGEST_KEY);
    const naming = key !== undefined && labelText(element, LONGEST_KEY) === key;
    return {
      place: places.get(row) ?? [0, 1],
      ...(key && { key }),
      ...(naming && { naming }),
      ...(column && { column }),
    };
  };
}

/** The row or list item that the element is in, or is. */
export function rowAround(element: Element): Element | undefined {
  let level = 0;
  for (const around of lineage(element)) {
    if (level++ > LEVELS) return undefined;
    const said = ROWS.has(localName(around)) || ROW_ROLES.has(roleOf(around) ?? "");
    if (siblingsLike(around, said ? FEW : SOME)) return around;
  }
  return undefined;
}

/** Whether there are so many of its kind beside it, itself included. */
function siblingsLike(element: Element, enough: number): boolean {
  // Controls and cells beside each other are a toolbar or a row, not rows.
  if (matches(element, NO_ROW)) return false;
  const parent = parentOf(element);
  if (!parent) return false;
  const kind = kindOf(element);
  let count = 0;
  for (let child = firstElementChild(parent); child; child = nextElement(child)) {
    if (kindOf(child) === kind && ++count >= enough) return true;
  }
  return false;
}

/** Tag, role, and the first class name that a person wrote, if nothing else says that it is a row. */
function kindOf(element: Element): string {
  const tag = localName(element);
  const role = roleOf(element) ?? "";
  const own = ROWS.has(tag) || role ? "" : (attribute(element, "class")?.split(/\s+/)[0] ?? "");
  return `${tag} ${role} ${own}`;
}

/** What a row is called: its header or heading, else its first cell, link or part with a text. */
function nameOf(row: Element): string | undefined {
  const naming = descendant(row, NAMING);
  const named = naming && labelText(naming);
  if (named) return named;
  const parts = [
    ...row.querySelectorAll(CELLS),
    ...row.querySelectorAll("a[href]"),
    ...row.querySelectorAll(":scope > *"),
  ];
  for (const part of parts) {
    const text = labelText(part, LONGEST_KEY);
    if (text) return text;
  }
  return labelText(row, LONGEST_KEY);
}

/** Of the first row of its table, if that holds headers. */
function columnOf(element: Element, row: Element): string | undefined {
  const cell = [...row.children].findIndex((child) => child.contains(element));
  const table = row.closest("table,[role=table],[role=grid],[role=treegrid]");
  const header = table?.querySelector("tr,[role=row]")?.children[cell];
  return header && matches(header, "th,[role=columnheader]") ? labelText(header) : undefined;
}
