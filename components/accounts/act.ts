import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

export interface Acts {
  busy: ReadonlySignal<boolean>;
  /** Of the last change. */
  problem: ReadonlySignal<QueryError | null>;
  /** One thing at a time; what holds now is asked for afterwards, unless `work` has put it there. True when it was done. */
  act(work: () => Promise<Outcome<unknown, QueryError>>, isThere?: boolean): Promise<boolean>;
}

/** Changes that a screen makes, and what went wrong with the last one. `load`: asks for what holds now. */
export function createActs(load: () => Promise<void>): Acts {
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  return {
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    async act(work, isThere = false) {
      if (busy.peek()) return false;
      busy.value = true;
      problem.value = null;
      const done = await work();
      if (!done.ok) problem.value = done.error;
      // Whoever is told that somebody else changed it sees what it is now.
      if (done.ok ? !isThere : done.error.code === "changed") await load();
      busy.value = false;
      return done.ok;
    },
  };
}
