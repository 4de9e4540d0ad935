import type { Anchor, Fingerprint } from "../../model/anchor.ts";
import { createHint } from "../hint.ts";
import { createShortlist, type Kind, type Shortlist } from "../shortlist.ts";
import { collect, type Place, type Seen } from "./collect.ts";
import { identity, type Parts } from "./fingerprint.ts";
import { carries, type Glimpse, glimpse } from "./glimpse.ts";
import type { Turn } from "./pause.ts";
import { isRendered } from "./visible.ts";

/** Everything in the page that could be meant, and how like the target each seemed at a glance. */
export interface Survey {
  /** By their numbers in the list. */
  elements: readonly Element[];
  list: Shortlist;
}

/** Goes over the whole page once and reads little of it. */
export async function survey(
  anchor: Anchor,
  foreign: boolean,
  parts: Parts,
  turn: Turn,
): Promise<Survey> {
  const list = createShortlist(anchor, foreign);
  const hint = createHint(anchor);
  // A container is not meant by the name of a field.
  const wanted = new Map([...hint.marks].filter(([name]) => name !== "name"));
  const isWanted = (element: Element, names: Seen["names"]) => carries(element, names, wanted);
  const elements: Element[] = [];
  const take = (seen: Seen) => {
    const { element, place } = seen;
    const glimpsed = glimpse(seen, hint);
    if (!glimpsed.hit) list.addOther(kindOf(glimpsed, seen, list));
    else if (isRendered(element)) list.add(inPlace(identity(element, parts), place));
    else return;
    elements.push(element);
  };
  await collect(document, isWanted, take, turn);
  return { elements, list };
}

function kindOf(glimpsed: Glimpse, { place, names }: Seen, list: Shortlist): Kind {
  const { tag, role, type, text } = glimpsed;
  const plain = text && !type && !names.includes("role");
  const key = plain ? tag : `${tag} ${role} ${type} ${text}`;
  const kind = place.kinds.get(key) ?? list.kindOf(inPlace(glimpsed, place));
  place.kinds.set(key, kind);
  return kind;
}

function inPlace(print: Fingerprint, { landmark, tags }: Place): Fingerprint {
  print.ancestors = tags;
  if (landmark) print.landmark = landmark;
  return print;
}
