import { rarityOf, sampleOf } from "../../anchor/dom/author.ts";
import { isConnected, localName } from "../../anchor/dom/safe.ts";
import { isVisible } from "../../anchor/dom/visible.ts";
import type { Anchor, Rarity, Sample } from "../../model/anchor.ts";
import { discreetSample } from "./discreet.ts";

/** An element as it was when a person was about to use it. */
export interface Taken {
  element: Element;
  anchor: Anchor;
  mark: string;
  /** How alone it is; undefined where the page was changed before it could be told. */
  rarity(): Promise<Rarity | undefined>;
}

/** Takes elements of this document. `document` tells it from others. */
export function createTaking(document: string, signal: AbortSignal): (element: Element) => Taken {
  const marks = new WeakMap<Element, string>();
  let count = 0;
  const markOf = (element: Element) => {
    const known = marks.get(element) ?? `${document}.${count++}`;
    marks.set(element, known);
    return known;
  };

  return (element) => {
    const sample = sampled(element);
    let asked: Promise<Rarity | undefined> | undefined;
    const look = async () => {
      try {
        const rarity = await rarityOf(element, sample, undefined, signal);
        return isConnected(element) && isVisible(element) ? rarity : undefined;
      } catch (error) {
        if (!signal.aborted) report(error);
        return undefined;
      }
    };
    return {
      element,
      anchor: { samples: [sample] },
      mark: markOf(element),
      rarity: () => {
        asked ??= look();
        return asked;
      },
    };
  };
}

/** A page that our reading stumbles over loses no step for it. */
function sampled(element: Element): Sample {
  try {
    return discreetSample(sampleOf(element), element);
  } catch (error) {
    report(error);
    return { fingerprint: { tag: localName(element) } };
  }
}

function report(error: unknown): void {
  console.error("waymark:", error);
}
