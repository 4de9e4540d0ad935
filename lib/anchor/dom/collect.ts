import type { Kind } from "../shortlist.ts";
import { isControl } from "./control.ts";
import { landmarkAt } from "./landmark.ts";
import { isOwn } from "./own.ts";
import type { Turn } from "./pause.ts";
import {
  frameDocument,
  isElement,
  isText,
  lastChild,
  lastElementChild,
  localName,
  type Names,
  namesOf,
  previousElement,
  previousSibling,
  shadowOf,
  textContent,
} from "./safe.ts";
import { isVisible } from "./visible.ts";

/** An element that could be meant, and what is known of it by the time it is handed over. */
export interface Seen {
  element: Element;
  place: Place;
  tag: string;
  names: Names;
  control: boolean;
  /** It has no elements in it. */
  leaf: boolean;
}

/** A kind of place in a page: all elements under the same tags and in the same region share one. */
export interface Place {
  landmark: string | undefined;
  inControl: boolean;
  within: Map<string, Place>;
  /** Tags from that one upwards, at most 8. */
  tags: string[];
  /** What stands there. */
  kinds: Map<string, Kind>;
}

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
  wanted: (element: Element, names: Names) => boolean,
  take: (seen: Seen) => void,
  turn: Turn,
): Promise<void> {
  const elements: Element[] = [document.documentElement];
  const places: Place[] = [outermost()];
  const push = (element: Element, place: Place) => {
    elements.push(element);
    places.push(place);
  };
  const pushAll = (last: Element | null, place: Place) => {
    for (let child = last; child; child = previousElement(child)) push(child, place);
  };
  /** The same with what is in an element; whether text stands directly in it, and not only in its children. */
  const pushReading = (element: Element, place: Place): boolean => {
    let hasText = false;
    for (let child = lastChild(element); child; child = previousSibling(child)) {
      if (isElement(child)) push(child, place);
      else hasText ||= isText(child) && isWritten(child.data);
    }
    return hasText;
  };
  for (let count = 1; elements.length > 0; count++) {
    if (count % STRIDE === 0) await turn();
    const element = elements.pop() as Element;
    const place = places.pop() as Place;
    const tag = localName(element);
    if (OUTSIDE.has(tag) || isOwn(element)) continue;
    const names = namesOf(element);
    const control = isControl(element, tag, names);
    const shadow = shadowOf(element, tag);
    const last = lastElementChild(element);
    const inner = !last && !shadow ? place : placeIn(place, element, tag, control, names);
    // What a frame shows has no part in what is around the frame: its own script could not know that.
    const framed = frameDocument(element, tag)?.documentElement;
    if (framed && isVisible(element)) push(framed, outermost());
    let could = control || (!place.inControl && (isMeant(tag, names) || wanted(element, names)));
    if (could || place.inControl) {
      pushAll(last, inner);
    } else {
      could = last ? pushReading(element, inner) : isWritten(textContent(element) ?? "");
    }
    if (shadow) pushAll(shadow.lastElementChild, inner);
    if (could) take({ element, place, tag, names, control, leaf: !last });
  }
}

function isMeant(tag: string, names: Names): boolean {
  return MEANT.has(tag) || names.includes("role");
}

function isWritten(text: string): boolean {
  return /\S/.test(text);
}

function outermost(): Place {
  return { landmark: undefined, inControl: false, within: new Map(), tags: [], kinds: new Map() };
}

function placeIn(
  place: Place,
  element: Element,
  tag: string,
  control: boolean,
  names: Names,
): Place {
  const landmark = landmarkAt(element, tag, names) ?? place.landmark;
  const inControl = place.inControl || control;
  const same = inControl === place.inControl && landmark === place.landmark;
  const key = same ? tag : `${tag} ${inControl} ${landmark}`;
  let inner = place.within.get(key);
  if (!inner) {
    const tags = [tag, ...place.tags].slice(0, 8);
    inner = { landmark, inControl, within: new Map(), tags, kinds: new Map() };
    place.within.set(key, inner);
  }
  return inner;
}
