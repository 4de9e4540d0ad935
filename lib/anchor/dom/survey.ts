import type { Anchor, Fingerprint } from "../../model/anchor.ts";
import { createHint } from "../hint.ts";
import { createShortlist, type Shortlist } from "../shortlist.ts";
import { collect, type Place, type Take } from "./collect.ts";
import { identity, type Parts } from "./fingerprint.ts";
import { carries, glimpse, kindOf } from "./glimpse.ts";
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
  const elements: Element[] = [];
  const take: Take = (element, place, tag, marked) => {
    const seen = glimpse(element, hint, tag, marked);
    if (seen.hit) {
      if (!isRendered(element)) return;
      list.add(inPlace(identity(element, parts), place));
    } else {
      const { role, type, hasText } = seen;
      const kind = `${tag} ${role} ${type} ${hasText} ${place.id}`;
      if (!list.knows(kind)) list.learn(kind, inPlace(kindOf(seen), place));
      list.addOther(kind);
    }
    elements.push(element);
  };
  // A container is not meant by the name of a field.
  const wanted = new Map([...hint.marks].filter(([name]) => name !== "name"));
  await collect(document, (element) => carries(element, wanted), take, turn);
  return { elements, list };
}

function inPlace(print: Fingerprint, { landmark, tags }: Place): Fingerprint {
  print.ancestors = [...tags];
  if (landmark) print.landmark = landmark;
  return print;
}
