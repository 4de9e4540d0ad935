import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type Lookup, PageLooks, PickedTarget } from "../../lib/model/lookup.ts";
import { parse } from "../../lib/model/parse.ts";
import type { PageResolver } from "./import-ports.ts";

/** The page beside the panel while an import asks it. */
export interface ImportPage {
  /** What it says to selectors, by step. */
  looks: ReadonlySignal<ReadonlyMap<string, Lookup>>;
  /** The step whose element is shown. */
  current: ReadonlySignal<string | null>;
  /** False: there is none. */
  has(): boolean;
  change(tab: number | null): void;
  forget(): void;
  look(orders: Parameters<PageResolver["look"]>[1]): Promise<void>;
  show(step: string | null): Promise<void>;
  pick(step: string): Promise<PickedTarget>;
  ask(work: (tab: number) => Promise<void>): void;
  /** Nothing of ours stays in it. */
  leave(): void;
}

/** `onFault`: it cannot be asked. */
export function createImportPage(
  page: PageResolver,
  onFault: (error: unknown) => void,
): ImportPage {
  const looks = signal<ReadonlyMap<string, Lookup>>(new Map());
  const current = signal<string | null>(null);
  let tab: number | null = null;

  const forget = () => {
    looks.value = new Map();
    current.value = null;
  };
  return {
    looks: computed(() => looks.value),
    current: computed(() => current.value),
    has: () => tab !== null,
    change(next) {
      tab = next;
      forget();
    },
    forget,
    async look(orders) {
      if (tab === null) return;
      const answer = parse(PageLooks, await page.look(tab, orders));
      if (!answer.ok) throw new Error("the page's answer was not understood");
      looks.value = new Map(answer.value.map(({ step, lookup }) => [step, lookup]));
    },
    async show(step) {
      current.value = step;
      try {
        if (tab !== null) await page.show(tab, step);
      } catch (error) {
        onFault(error);
      }
    },
    async pick(step) {
      current.value = step;
      if (tab === null) return null;
      const answer = parse(PickedTarget, await page.pick(tab));
      if (!answer.ok) throw new Error("the page's answer was not understood");
      return answer.value;
    },
    ask(work) {
      if (tab !== null) work(tab).catch(onFault);
    },
    leave() {
      // A page that cannot be asked any more has nothing of ours in it.
      if (tab !== null) page.end(tab).catch(() => undefined);
    },
  };
}
