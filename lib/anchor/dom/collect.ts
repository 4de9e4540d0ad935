import { hasOwnText } from "./content.ts";
import { isControl } from "./control.ts";
import { landmarkAt } from "./landmark.ts";
import { isOwn } from "./own.ts";
import type { Turn } from "./pause.ts";
import {
  attribute,
  frameDocument,
  hasAttributes,
  lastElementChild,
  localName,
  previousElement,
  shadowOf,
} from "./safe.ts";
import { isVisible } from "./visible.ts";

/** An element that could be meant. */
export interface Seen {
  element: Element;
  place: Place;
}

/** A kind of place in a page: all elements under the same tags and in the same region share one. */
export interface Place {
  id: string;
  landmark: string | undefined;
  inControl: boolean;
  within: Map<string, Place>;
  /** Tags from that one upwards, at most 8. */
  tags: readonly string[];
}

/** What is known of an element by the time it is handed over. */
export type Take = (element: Element, place: Place, tag: string, marked: boolean) => void;

const MEANT = new Set("label h1 h2 h3 h4 h5 h6 td th li img svg".split(" "));
const OUTSIDE = new Set(["script", "style", "noscript", "template", "head"]);

/** How many elements are looked at before the clock is. */
const STRIDE = 64;

/**
 * Hands over everything in the document, through shadow roots and visible frames of the same site, that a step could point at:
 * controls, each once with all that is inside it, things to read, and whatever else is `wanted`. Whether it is
 * rendered is not asked.
 */
export async function collect(
  document: Document,
  wanted: (element: Element) => boolean,
  take: Take,
  turn: Turn,
): Promise<void> {
  const elements: Element[] = [document.documentElement];
  const places: Place[] = [outermost(0)];
  let frames = 0;
  const push = (last: Element | null, place: Place) => {
    let child = last;
    for (; child; child = previousElement(child)) {
      elements.push(child);
      places.push(place);
    }
  };
  for (let count = 1; elements.length > 0; count++) {
    if (count % STRIDE === 0) await turn();
    const element = elements.pop() as Element;
    const place = places.pop() as Place;
    const tag = localName(element);
    if (OUTSIDE.has(tag) || isOwn(element)) continue;
    const marked = hasAttributes(element);
    const control = isControl(element, tag, marked);
    const could =
      control ||
      (!place.inControl && (isMeant(element, tag, marked) || (marked && wanted(element))));
    if (could) take(element, place, tag, marked);
    const shadow = shadowOf(element, tag);
    const last = lastElementChild(element);
    // What a frame shows has no part in what is around the frame: its own script could not know that.
    const framed = frameDocument(element, tag)?.documentElement;
    if (framed && isVisible(element)) {
      elements.push(framed);
      places.push(outermost(++frames));
    }
    if (!shadow && !last) continue;
    const inner = placeIn(place, element, tag, control, marked);
    push(last, inner);
    if (shadow) push(shadow.lastElementChild, inner);
  }
}

function outermost(frame: number): Place {
  const id = frame ? `f${frame}` : "";
  return { id, landmark: undefined, inControl: false, within: new Map(), tags: [] };
}

function isMeant(element: Element, tag: string, marked: boolean): boolean {
  return (
    MEANT.has(tag) || (marked && attribute(element, "role") !== undefined) || hasOwnText(element)
  );
}

function placeIn(
  place: Place,
  element: Element,
  tag: string,
  control: boolean,
  marked: boolean,
): Place {
  const landmark = landmarkAt(element, tag, marked) ?? place.landmark;
  const inControl = place.inControl || control;
  const same = inControl === place.inControl && landmark === place.landmark;
  const key = same ? tag : `${tag} ${inControl} ${landmark}`;
  let inner = place.within.get(key);
  if (!inner) {
    const id = `${place.id}.${place.within.size}`;
    const tags = [tag, ...place.tags].slice(0, 8);
    inner = { id, landmark, inControl, within: new Map(), tags };
    place.within.set(key, inner);
  }
  return inner;
}
