import { controlOf, isControl } from "../../../lib/anchor/dom/control.ts";
import { fingerprint } from "../../../lib/anchor/dom/fingerprint.ts";
import { tellingWords } from "../../../lib/anchor/dom/language.ts";
import { searchPage } from "../../../lib/anchor/dom/search.ts";
import { isVisible } from "../../../lib/anchor/dom/visible.ts";
import type { Anchor, Sample } from "../../../lib/model/anchor.ts";
import { MUTATIONS, type Mutation } from "./mutations.ts";

/** Which elements are targets, and what tells in another version or language which one is the same. */
export type Truth =
  | { by: "structure" }
  | { by: "rules"; rules: { selector: string; attribute?: string; text?: string }[] };

/** What is known of a target: its key is the truth and no part of the page, so no search can see it. */
export interface KeyedPrint {
  key: string;
  sample: Sample;
}

export interface Attempt {
  outcome: "found" | "likely" | "ambiguous" | "absent";
  /** Key of what was found; undefined if that is no target. */
  key: string | undefined;
  ms: number;
}

const keys = new Map<Element, string>();
/** What a person would point at in a target that is no control itself. */
const pointed = new Map<Element, Element>();

const world = {
  /** `text`: the part of a target whose text names it. Remembers which elements are targets; only those that can be seen. */
  label(truth: Truth): number {
    keys.clear();
    const add = (element: Element, key: string) => {
      if (isVisible(element)) keys.set(element, key);
    };
    if (truth.by === "structure") {
      for (const element of document.querySelectorAll("*")) {
        if (isControl(element)) add(element, pathOf(element));
      }
    } else {
      for (const { selector, attribute, text } of truth.rules) {
        document.querySelectorAll(selector).forEach((element, index) => {
          const inner = text ? element.querySelector(text) : null;
          if (inner) pointed.set(element, inner);
          const name = inner?.textContent ?? element.getAttribute(attribute ?? "") ?? index;
          add(element, `${selector}|${name}`);
        });
      }
    }
    return keys.size;
  },
  keys: () => [...keys.values()],
  prints(withoutIds: boolean): KeyedPrint[] {
    const words = tellingWords();
    return [...keys].map(([element, key]) => {
      const { id, testIds, ...rest } = fingerprint(controlOf(pointed.get(element) ?? element));
      const lang = document.documentElement.lang || undefined;
      const ids = withoutIds ? {} : { ...(id && { id }), ...(testIds && { testIds }) };
      return { key, sample: { ...(lang && { lang }), words, fingerprint: { ...rest, ...ids } } };
    });
  },
  mutate(mutation: Mutation, seed: number): void {
    MUTATIONS[mutation]([...keys.keys()], seed);
    for (const element of [...keys.keys()]) if (!element.isConnected) keys.delete(element);
  },
  async find({ sample }: KeyedPrint): Promise<Attempt> {
    const anchor: Anchor = { samples: [sample] };
    const began = performance.now();
    const answer = await searchPage(anchor, AbortSignal.timeout(20_000));
    const ms = performance.now() - began;
    return {
      outcome: answer.outcome,
      key: "element" in answer ? keyOf(answer.element) : undefined,
      ms,
    };
  },
};

/** Of the element, of the nearest target around it, or of the only one inside it: the same control at another depth. */
function keyOf(element: Element): string | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const key = keys.get(at);
    if (key) return key;
  }
  const inside = [...keys].filter(([target]) => element.contains(target));
  return inside.length === 1 ? inside[0]?.[1] : undefined;
}

function pathOf(element: Element): string {
  const path: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const place = at.parentElement ? [...at.parentElement.children].indexOf(at) : 0;
    path.unshift(`${at.localName}:${place}`);
  }
  return path.join(">");
}

export type TrackWorld = typeof world;

Object.assign(globalThis, { world });
