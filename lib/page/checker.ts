import { type AppPlace, appPlace } from "../anchor/dom/app.ts";
import { examinePage } from "../anchor/dom/search.ts";
import { labelOf } from "../anchor/label-of.ts";
import type { Anchor } from "../model/anchor.ts";
import type { PageCheck } from "../model/target-check.ts";
import { markElement } from "./mark.ts";

export interface CheckOrder {
  step: string;
  anchor: Anchor;
}

/** Looks for the targets of a guide on behalf of its author, in the author's own page. */
export interface TargetChecker {
  check(orders: readonly CheckOrder[]): Promise<PageCheck>;
  /** Marks what was found for this step, or nothing any more. False: it has left the page. */
  show(step: string | null): boolean;
}

/** How long one page is searched for all targets together. */
const PATIENCE_MS = 20_000;

export function createChecker(): TargetChecker {
  let found = new Map<string, Element>();
  let mark: Animation | undefined;
  return {
    async check(orders) {
      mark?.cancel();
      const seen = new Map<string, Element>();
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const targets: PageCheck["targets"] = [];
      for (const { step, anchor } of orders) {
        const { answer, likest } = await examinePage(anchor, signal);
        if (likest) seen.set(step, likest.element);
        const candidate = likest && { label: labelOf(likest.print), fingerprint: likest.print };
        const score = roundScore(answer.score);
        targets.push({ step, outcome: answer.outcome, score, candidate });
      }
      found = seen;
      const place: AppPlace = appPlace();
      return { ...place, targets };
    },
    show(step) {
      mark?.cancel();
      mark = undefined;
      const element = step === null ? undefined : found.get(step);
      if (!element?.isConnected) return false;
      mark = markElement(element);
      return true;
    },
  };
}

/** In hundredths, between 0 and 1. */
function roundScore(score: number): number {
  return Math.min(1, Math.max(0, Math.round(score * 100) / 100));
}

const KEY = Symbol.for("waymark.checker");
type World = { [KEY]?: TargetChecker };

export function publishChecker(checker: TargetChecker): void {
  (globalThis as World)[KEY] ??= checker;
}
