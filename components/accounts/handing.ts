import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type {
  Reassigned,
  Reassignment,
  ReassignmentDone,
  ReassignmentUndone,
} from "../../lib/model/reassignment.ts";
import type { QueryError } from "../console/request.ts";
import { type Acts, createActs } from "./act.ts";
import type { AccountsClient } from "./client.ts";

/** What became of the last hand-over. */
export type Handed =
  | ({ state: "done" } & Pick<ReassignmentDone, "accounts" | "tasks">)
  | ({ state: "undone" } & ReassignmentUndone);

/** Accounts that go to another CSM: which are chosen, and the way back. */
export interface Handing extends Pick<Acts, "busy"> {
  chosen: ReadonlySignal<ReadonlySet<string>>;
  /** Chooses these, or no longer. */
  choose(ids: readonly string[], is: boolean): void;
  /** Everything that fulfils the filter, on whatever page. */
  chooseAll(query: Readonly<Record<string, string>>): Promise<void>;
  handed: ReadonlySignal<Handed | null>;
  /** Of the last thing that was asked for. */
  problem: ReadonlySignal<QueryError | null>;
  /** True when it was done. */
  give(order: Reassignment): Promise<boolean>;
  undo(): Promise<void>;
}

/** Accounts that a page of the list can have. */
const PAGE = "500";

export function createHanding(client: AccountsClient, reload: () => Promise<void>): Handing {
  const chosen = signal<ReadonlySet<string>>(new Set());
  const handed = signal<Handed | null>(null);
  let before: Reassigned | null = null;
  const { busy, problem, act } = createActs(reload);

  return {
    chosen: computed(() => chosen.value),
    handed: computed(() => handed.value),
    busy,
    problem,
    choose(ids, is) {
      const next = new Set(chosen.peek());
      for (const id of ids) is ? next.add(id) : next.delete(id);
      chosen.value = next;
    },
    async chooseAll(query) {
      await act(async () => {
        const found = new Set<string>();
        let after: string | null = "";
        while (after !== null) {
          const page = await client.list({ ...query, limit: PAGE, after });
          if (!page.ok) return page;
          for (const { id } of page.value.items) found.add(id);
          after = page.value.next;
        }
        chosen.value = found;
        return { ok: true, value: null };
      }, true);
    },
    give: (order) =>
      act(async () => {
        const answer = await client.handOver(order);
        if (!answer.ok) return answer;
        const { accounts, tasks } = answer.value;
        before = answer.value.before;
        handed.value = { state: "done", accounts, tasks };
        chosen.value = new Set();
        return answer;
      }),
    async undo() {
      const order = before;
      if (!order) return;
      await act(async () => {
        const answer = await client.undoHandOver(order);
        if (!answer.ok) return answer;
        before = null;
        handed.value = { state: "undone", ...answer.value };
        return answer;
      });
    },
  };
}
