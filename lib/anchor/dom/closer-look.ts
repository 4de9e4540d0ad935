import type { Fingerprint } from "../../model/anchor.ts";
import type { Answer } from "../answer.ts";
import type { Candidate } from "../candidate.ts";
import { createSurroundings, type Surroundings } from "./context.ts";
import { fingerprint, PARTS, type Parts } from "./fingerprint.ts";
import type { Turn } from "./pause.ts";
import { lineage } from "./safe.ts";
import { isVisible } from "./visible.ts";

/** How many elements are measured, and how many may prove invisible meanwhile. */
const CLOSER_LOOK = 150;
const MOST_HIDDEN = 300;

const WATCHED = new Set(PARTS.filter((name) => name !== "order" && name !== "row"));

export type PageAnswer =
  | (Extract<Answer, { outcome: "found" | "likely" }> & { element: Element; print: Fingerprint })
  | (Extract<Answer, { outcome: "ambiguous" }> & {
      /** Those between which the evidence does not decide, best first. */
      elements: Element[];
    })
  | Extract<Answer, { outcome: "absent" }>;

export type CloserLook = ReturnType<typeof createCloserLook>;

/** Fingerprints of a few visible elements, with all that the target's has; only of those that `accepts` lets pass. */
export function createCloserLook(
  elements: readonly Element[],
  parts: Parts,
  accepts?: (element: Element, around: Surroundings) => boolean,
) {
  const around = createSurroundings();
  let hidden = 0;
  const prints = new Map<Element, Fingerprint>();
  const tried = new Set<number>();
  const withPrint = (index: number) => {
    const element = [...prints.keys()][index] as Element;
    return { element, print: fingerprint(element) };
  };
  return {
    count: () => prints.size,
    hasTried: (numbers: readonly number[]) => numbers.every((number) => tried.has(number)),
    /** False when it has looked at enough. */
    async at(number: number, turn: Turn): Promise<boolean> {
      if (prints.size >= CLOSER_LOOK || hidden >= MOST_HIDDEN) return false;
      const element = elements[number];
      if (!element || tried.has(number)) return true;
      tried.add(number);
      await turn();
      if (accepts && !accepts(element, around)) return true;
      if (isVisible(element)) prints.set(element, fingerprint(element, around, parts));
      else hidden++;
      return true;
    },
    candidates(): Candidate[] {
      const index = new Map([...prints.keys()].map((element, at) => [element, at]));
      return [...prints].map(([element, print]) => ({
        fingerprint: print,
        parent: index.get(nearestOf(index, element) as Element),
      }));
    },
    withPrint,
    /** What is pointed at is watched, for which its order is not needed: that would take long to count. */
    named(answer: Answer): PageAnswer {
      const known = [...prints.keys()];
      if (answer.outcome === "absent") return answer;
      if (answer.outcome === "ambiguous") {
        return { ...answer, elements: answer.rivals.map((index) => known[index] as Element) };
      }
      const element = known[answer.index] as Element;
      return { ...answer, element, print: fingerprint(element, around, WATCHED) };
    },
  };
}

function nearestOf(known: ReadonlyMap<Element, unknown>, element: Element): Element | undefined {
  for (const outer of lineage(element)) if (outer !== element && known.has(outer)) return outer;
  return undefined;
}
