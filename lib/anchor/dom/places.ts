import { isRendered } from "./visible.ts";

/** [index, how many] */
export type PlaceAmong = [number, number];

/** Of all rendered elements in a list: their places among those of their kind. */
export function placesAmong(
  elements: Iterable<Element>,
  kindOf: (element: Element) => string,
): Map<Element, PlaceAmong> {
  const kinds = Map.groupBy([...elements].filter(isRendered), kindOf);
  const places = new Map<Element, PlaceAmong>();
  for (const group of kinds.values()) {
    group.forEach((element, at) => void places.set(element, [at, group.length]));
  }
  return places;
}
