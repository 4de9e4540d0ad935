import type { Fingerprint } from "../../model/anchor.ts";
import { labelText } from "./content.ts";
import { roleOf } from "./control.ts";
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
import { isRendered } from "./visible.ts";

type Row = NonNullable<Fingerprint["row"]>;

const LEVELS = 8;
/** So many alike beside each other are a list, and this few if they say so by themselves. */
const SOME = 3;
const FEW = 2;
const LONGEST_KEY = 120;

const ROWS = new Set(["tr", "li"]);
const ROW_ROLES = new Set(["row", "listitem", "option", "treeitem"]);
const CELLS = "td,th,[role=cell],[role=gridcell],[role=rowheader]";
const NAMING = "th,[role=rowheader],h1,h2,h3,h4,h5,h6,[role=heading]";

/** What elements are in lists and tables; undefined for what is in none. */
export interface Rows {
  of(element: Element): Row | undefined;
}

/** Remembers what it has read, so it lives no longer than one look at the page. */
export function createRows(): Rows {
  const keys = new Map<Element, string | undefined>();
  const lists = new Map<Element, Map<Element, [number, number]>>();
  const keyOf = (row: Element) => {
    if (!keys.has(row)) keys.set(row, nameOf(row)?.slice(0, LONGEST_KEY));
    return keys.get(row);
  };
  const placeOf = (row: Element): [number, number] => {
    const list = parentOf(row) ?? row;
    const places = lists.get(list) ?? placesIn(list);
    lists.set(list, places);
    return places.get(row) ?? [0, 1];
  };
  return {
    of(element) {
      const row = rowAround(element);
      if (!row) return undefined;
      const key = keyOf(row);
      const column = columnOf(element, row)?.slice(0, LONGEST_KEY);
      const naming = key !== undefined && labelText(element, LONGEST_KEY) === key;
      return {
        place: placeOf(row),
        ...(key && { key }),
        ...(naming && { naming }),
        ...(column && { column }),
      };
    },
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
  if (matches(element, "button,a,input,select,textarea,option,svg,path,td,th,label")) return false;
  if (matches(element, "[role=cell],[role=gridcell],[role=rowheader],[role=button]")) return false;
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

function columnOf(element: Element, row: Element): string | undefined {
  for (const around of lineage(element)) {
    if (around === row) return undefined;
    if (!matches(around, CELLS) || parentOf(around) !== row) continue;
    const table = row.closest("table,[role=table],[role=grid],[role=treegrid]");
    const headers = table?.querySelector("thead tr,[role=row]:has([role=columnheader]),tr:has(th)");
    const header = headers?.children[indexOf(around)];
    return header && headers !== row ? labelText(header) : undefined;
  }
  return undefined;
}

function indexOf(element: Element): number {
  let index = 0;
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) index++;
  return index;
}

/** Of all rendered elements in a list: their places among those of their kind. */
function placesIn(list: Element): Map<Element, [number, number]> {
  const kinds = new Map<string, Element[]>();
  for (let child = firstElementChild(list); child; child = nextElement(child)) {
    if (!isRendered(child)) continue;
    const kind = kindOf(child);
    const others = kinds.get(kind) ?? [];
    others.push(child);
    kinds.set(kind, others);
  }
  const places = new Map<Element, [number, number]>();
  for (const rows of kinds.values()) {
    rows.forEach((row, at) => void places.set(row, [at, rows.length]));
  }
  return places;
}
