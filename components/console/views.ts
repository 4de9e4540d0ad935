import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** The views of one tab, of which one is in sight. */
export interface Views<V extends string> {
  shown: ReadonlySignal<V>;
  show(view: V): void;
  /** Asks for the one in sight. */
  load(): Promise<void>;
}

export function createViews<V extends string>(
  first: NoInfer<V>,
  loads: Readonly<Record<V, () => Promise<void>>>,
): Views<V> {
  const shown = signal(first);
  const load = () => loads[shown.peek()]();
  return {
    shown: computed(() => shown.value),
    load,
    show(view) {
      shown.value = view;
      void load();
    },
  };
}
