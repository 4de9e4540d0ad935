import type { Anchor } from "../../model/anchor.ts";
import type { PageLooks, PagePlace, PickedTarget } from "../../model/lookup.ts";
import type { TagMove } from "../../model/tagging.ts";
import { markElement } from "../../page/mark.ts";
import { mount } from "../../page/mount.ts";
import { observePage } from "../../page/observe.ts";
import { bringIntoSight } from "../into-sight.ts";
import { lookUpAny } from "../look-up.ts";
import { pickedTarget } from "../picked.ts";
import { createMarks } from "../tag/marks.ts";
import { type Picking, startPicking } from "../tag/picking.ts";
import { CSS_TEXT } from "../tag/styles.ts";

export interface LookOrder {
  step: string;
  /** Ways to name its element, the best first. */
  selectors: string[];
}

/** What the steps of a guide point at, or shall, in the author's own page. Nothing of it is left there after `end`. */
export interface TargetResolver {
  look(orders: readonly LookOrder[]): Promise<PageLooks>;
  /** Outlines what was found for this step, or nothing any more. False: it has left the page. */
  show(step: string | null): boolean;
  /** The author points at an element; null once they give up. */
  pick(): Promise<PickedTarget>;
  /** While they point: from one element to another without a pointer. */
  move(to: TagMove): void;
  take(): void;
  giveUp(): void;
  /** Looks for the element of a step, and brings it into sight. Not while the tab is hidden: then nothing is drawn. */
  place(anchor: Anchor): Promise<PagePlace>;
  end(): void;
}

/** How long one page is searched for all targets together, and how long for the one that was pointed at. */
const PATIENCE_MS = 20_000;
const TAKE_MS = 5_000;

export function createResolver(): TargetResolver {
  const found = new Map<string, Element>();
  let mark: Animation | undefined;
  let pointing: { does: Picking; giveUp(): void } | undefined;

  const hide = () => {
    mark?.cancel();
    mark = undefined;
  };
  return {
    async look(orders) {
      hide();
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const looks: PageLooks = [];
      for (const { step, selectors } of orders) {
        const { lookup, element } = await lookUpAny(selectors, signal);
        found.delete(step);
        if (element) found.set(step, element);
        looks.push({ step, lookup });
      }
      return looks;
    },
    show(step) {
      hide();
      const element = step === null ? undefined : found.get(step);
      if (!element?.isConnected) return false;
      mark = markElement(element);
      return true;
    },
    pick() {
      hide();
      pointing?.giveUp();
      return new Promise((resolve, reject) => {
        const life = new AbortController();
        const end = () => {
          life.abort();
          pointing = undefined;
        };
        const giveUp = () => {
          end();
          resolve(null);
        };
        const taken = (element: Element) => {
          end();
          pickedTarget(element, AbortSignal.timeout(TAKE_MS)).then(resolve, reject);
        };
        pointing = { does: point(taken, giveUp, life.signal), giveUp };
      });
    },
    move: (to) => pointing?.does.move(to),
    take: () => pointing?.does.take(),
    giveUp: () => pointing?.giveUp(),
    place(anchor) {
      hide();
      return bringIntoSight(anchor, AbortSignal.timeout(TAKE_MS));
    },
    end() {
      hide();
      found.clear();
      pointing?.giveUp();
    },
  };
}

function point(taken: (element: Element) => void, ended: () => void, signal: AbortSignal): Picking {
  const page = observePage(signal, (error) => console.error("waymark:", error));
  const options = { css: CSS_TEXT, open: false, page, onReturn: () => undefined, onGone: ended };
  const { root, show } = mount(options, signal);
  show();
  const marks = createMarks(root);
  const does = startPicking(
    root,
    { over: (element) => marks.show(element, []), taken, ended },
    signal,
  );
  const redraw = () => {
    marks.draw();
    does.fit();
  };
  page.onChange(redraw, signal);
  for (const type of ["scroll", "resize"]) {
    addEventListener(type, redraw, { capture: true, passive: true, signal });
  }
  return does;
}

const KEY = Symbol.for("waymark.resolver");
type World = { [KEY]?: TargetResolver };

export function publishResolver(resolver: TargetResolver): void {
  (globalThis as World)[KEY] ??= resolver;
}
