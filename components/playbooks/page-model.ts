import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { PlaybookEffect } from "../../lib/model/effect.ts";
import type { Playbook } from "../../lib/model/playbook.ts";
import type {
  PlaybookActs,
  PlaybookRuns,
  PlaybookTried,
  PlaybookWaiting,
  StoredPlaybook,
} from "../../lib/model/playbook-report.ts";
import type { QueryError } from "../console/request.ts";
import type { Lag } from "../revenue/model.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import type { PlaybooksClient } from "./client.ts";

export const TRY_DAYS = ["30", "60", "90"] as const;
export type TryDays = (typeof TRY_DAYS)[number];

export interface PlaybookAnswer {
  playbook: StoredPlaybook;
  waiting: PlaybookWaiting["items"];
  runs: PlaybookRuns;
  acts: PlaybookActs["items"];
}

/** One playbook: what it does, what it would have done, what it did. */
export interface PlaybookPage {
  id: string;
  answer: Resource<PlaybookAnswer, QueryError>;
  editing: ReadonlySignal<boolean>;
  edit(editing: boolean): void;
  /** Null: nobody asked for it. */
  tried: ReadonlySignal<Resource<PlaybookTried, QueryError> | null>;
  days: ReadonlySignal<TryDays>;
  chooseDays(days: TryDays): void;
  attempt(): Promise<void>;
  effect: Resource<PlaybookEffect, QueryError>;
  lag: ReadonlySignal<Lag>;
  chooseLag(lag: Lag): void;
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<QueryError | null>;
  /** For one account, or for all. */
  pause(paused: boolean, account?: string): Promise<void>;
  save(body: Playbook): Promise<void>;
  /** True when it is gone. */
  remove(): Promise<boolean>;
  /** Adds older runs. */
  more(): Promise<void>;
  load(): Promise<void>;
}

export function createPlaybookPage(client: PlaybooksClient, id: string): PlaybookPage {
  const editing = signal(false);
  const tried = signal<Resource<PlaybookTried, QueryError> | null>(null);
  const days = signal<TryDays>("90");
  const lag = signal<Lag>("60");
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  const answer = createResource<PlaybookAnswer, QueryError>(async (abort) => {
    const [playbook, waiting, runs, acts] = await Promise.all([
      client.read(id, abort),
      client.waiting(id, abort),
      client.runs(id, null, abort),
      client.acts(id, abort),
    ]);
    if (!playbook.ok) return playbook;
    if (!waiting.ok) return waiting;
    if (!runs.ok) return runs;
    if (!acts.ok) return acts;
    return {
      ok: true,
      value: {
        playbook: playbook.value,
        waiting: waiting.value.items,
        runs: runs.value,
        acts: acts.value.items,
      },
    };
  });
  const effect = createResource<PlaybookEffect, QueryError>((abort) =>
    client.effect(id, lag.peek(), abort),
  );

  /** One thing at a time; what holds now is asked for afterwards. */
  async function act(work: () => Promise<Outcome<unknown, QueryError>>): Promise<boolean> {
    if (busy.peek()) return false;
    busy.value = true;
    problem.value = null;
    const done = await work();
    if (!done.ok) problem.value = done.error;
    busy.value = false;
    return done.ok;
  }

  return {
    id,
    answer,
    editing: computed(() => editing.value),
    tried: computed(() => tried.value),
    days: computed(() => days.value),
    lag: computed(() => lag.value),
    effect,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    edit(now) {
      editing.value = now;
      problem.value = null;
    },
    chooseDays(chosen) {
      days.value = chosen;
    },
    async attempt() {
      const body = answer.value.peek()?.playbook.body;
      if (!body) return;
      const asked = createResource<PlaybookTried, QueryError>(() =>
        client.attempt(body, Number(days.peek())),
      );
      tried.value = asked;
      await asked.load();
    },
    chooseLag(chosen) {
      lag.value = chosen;
      void effect.restart();
    },
    async pause(paused, account) {
      if (await act(() => client.pause(id, paused, account))) await answer.load();
    },
    async save(body) {
      if (!(await act(() => client.put(id, body)))) return;
      editing.value = false;
      tried.value = null;
      await answer.load();
    },
    remove: () => act(() => client.remove(id)),
    async more() {
      const before = answer.value.peek();
      if (!before?.runs.next) return;
      const next = await client.runs(id, before.runs.next, new AbortController().signal);
      if (answer.value.peek() !== before) return;
      problem.value = next.ok ? null : next.error;
      if (!next.ok) return;
      const items = [...before.runs.items, ...next.value.items];
      answer.extend(before, { ...before, runs: { ...next.value, items } });
    },
    load: async () => {
      await Promise.all([answer.load(), effect.load()]);
    },
  };
}
