import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** What a screen knows of something it asked for. `E` is what a failure is told with. */
export type Loaded<T, E> =
  | { state: "loading" }
  | { state: "ready"; value: T; refreshing: boolean }
  | { state: "failed"; error: E };

export type Outcome<T, E> = { ok: true; value: T } | { ok: false; error: E };

export interface Resource<T, E> {
  view: ReadonlySignal<Loaded<T, E>>;
  /** The value, once there is one. */
  value: ReadonlySignal<T | undefined>;
  /** Asks again; what is there stays visible until the answer. The last call wins. */
  load(): Promise<void>;
  /** Asks again as if for the first time: another period, another guide. */
  restart(): Promise<void>;
  /** Puts a value that is known without asking. What is being asked for is no longer wanted. */
  set(value: T): void;
  /** Puts `value` in the place of `before`, such as with one more page; not if another is there, or asked for, by now. */
  extend(before: T, value: T): void;
}

/**
 * Something loaded from elsewhere. An answer that was overtaken by a later question is dropped; `ask` is told by its
 * signal. `ask` reports failure as a value and does not throw.
 */
export function createResource<T, E>(
  ask: (signal: AbortSignal) => Promise<Outcome<T, E>>,
): Resource<T, E> {
  const view = signal<Loaded<T, E>>({ state: "loading" });
  let running = new AbortController();

  async function load() {
    running.abort();
    const mine = new AbortController();
    running = mine;
    const before = view.peek();
    view.value = before.state === "ready" ? { ...before, refreshing: true } : { state: "loading" };
    const outcome = await ask(mine.signal);
    if (mine.signal.aborted) return;
    view.value = outcome.ok
      ? { state: "ready", value: outcome.value, refreshing: false }
      : { state: "failed", error: outcome.error };
  }

  function set(value: T) {
    running.abort();
    view.value = { state: "ready", value, refreshing: false };
  }

  return {
    view: computed(() => view.value),
    value: computed(() => (view.value.state === "ready" ? view.value.value : undefined)),
    load,
    restart() {
      view.value = { state: "loading" };
      return load();
    },
    set,
    extend(before, value) {
      const now = view.peek();
      if (now.state === "ready" && now.value === before && !now.refreshing) set(value);
    },
  };
}
