import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Outcome, Resource } from "../ui/resource.ts";
import type { QueryError } from "./request.ts";

/** Settings that are stored as a whole, while somebody changes them. */
export interface SettingsDraft<D> {
  /** As they are being changed; null: nothing was loaded yet. */
  shown: ReadonlySignal<D | null>;
  changed: ReadonlySignal<boolean>;
  busy: ReadonlySignal<boolean>;
  /** Why they were not saved. */
  problem: ReadonlySignal<QueryError | null>;
  edit(change: (now: D) => D): void;
  /** Over the revision that the draft began with: what somebody else saved since is never overwritten. */
  save(): Promise<void>;
  discard(): void;
}

export function createSettingsDraft<S extends { revision: number }, D>(
  settings: Resource<S, QueryError>,
  {
    of,
    write,
  }: {
    of: (stored: S) => D;
    write: (draft: D, revision: number) => Promise<Outcome<S, QueryError>>;
  },
): SettingsDraft<D> {
  const draft = signal<{ value: D; over: number } | null>(null);
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  const shown = computed(() => {
    const stored = settings.value.value;
    return draft.value?.value ?? (stored === undefined ? null : of(stored));
  });

  return {
    shown,
    changed: computed(() => draft.value !== null),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    edit(change) {
      const now = shown.peek();
      // They may have been loaded anew since the draft was begun.
      const over = draft.peek()?.over ?? settings.value.peek()?.revision;
      if (now !== null && over !== undefined) draft.value = { value: change(now), over };
    },
    async save() {
      const next = draft.peek();
      if (!next || busy.peek()) return;
      busy.value = true;
      problem.value = null;
      const saved = await write(next.value, next.over);
      busy.value = false;
      if (!saved.ok) {
        problem.value = saved.error;
        return;
      }
      settings.set(saved.value);
      const now = draft.peek();
      // What was typed meanwhile goes on from what was just saved.
      draft.value = now === next || !now ? null : { ...now, over: saved.value.revision };
    },
    discard() {
      draft.value = null;
      problem.value = null;
      void settings.load();
    },
  };
}
