import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Forward, NewForward } from "../../lib/model/forward.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import type { DestinationsClient } from "./client.ts";

export type DestinationAct = "put" | "pause" | "test" | "secret" | "remove";

/** Where the messages of a workspace go. */
export interface DestinationsModel {
  /** Null: only administrators may see them. */
  list: Resource<readonly Forward[] | null, QueryError>;
  busy: ReadonlySignal<{ what: DestinationAct; id: string } | null>;
  /** Of the last act. */
  problem: ReadonlySignal<QueryError | null>;
  /** What signs, until it is put away: it is told once. */
  made: ReadonlySignal<{ id: string; secret: string } | null>;
  /** To which one a test message is on its way. */
  tested: ReadonlySignal<string | null>;
  /** True if it is there now. */
  put(id: string, what: NewForward): Promise<boolean>;
  pause(id: string, paused: boolean): Promise<void>;
  test(id: string): Promise<void>;
  newSecret(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  putAway(): void;
}

export function createDestinationsModel(client: DestinationsClient): DestinationsModel {
  const busy = signal<{ what: DestinationAct; id: string } | null>(null);
  const problem = signal<QueryError | null>(null);
  const made = signal<{ id: string; secret: string } | null>(null);
  const tested = signal<string | null>(null);
  const list = createResource<readonly Forward[] | null, QueryError>(async (abort) => {
    const answer = await client.list(abort);
    return !answer.ok && answer.error.code === "forbidden" ? { ok: true, value: null } : answer;
  });

  /** One thing at a time; how it stands now is asked for after what was done. What was not leaves everything as it is. */
  async function act<T>(
    what: DestinationAct,
    id: string,
    work: () => Promise<Outcome<T, QueryError>>,
    then?: (value: T) => void,
  ): Promise<boolean> {
    if (busy.peek() !== null) return false;
    busy.value = { what, id };
    problem.value = null;
    tested.value = null;
    const answer = await work();
    if (answer.ok) {
      then?.(answer.value);
      await list.load();
    } else problem.value = answer.error;
    busy.value = null;
    return answer.ok;
  }
  const keep = ({ id, secret }: Forward) => {
    if (secret !== undefined) made.value = { id, secret };
  };

  return {
    list,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    made: computed(() => made.value),
    tested: computed(() => tested.value),
    put: (id, what) => act("put", id, () => client.put(id, what), keep),
    async pause(id, paused) {
      await act("pause", id, () => client.pause(id, paused));
    },
    async test(id) {
      await act(
        "test",
        id,
        () => client.test(id),
        () => {
          tested.value = id;
        },
      );
    },
    async newSecret(id) {
      await act("secret", id, () => client.newSecret(id), keep);
    },
    async remove(id) {
      await act(
        "remove",
        id,
        () => client.remove(id),
        () => {
          if (made.peek()?.id === id) made.value = null;
        },
      );
    },
    putAway() {
      made.value = null;
    },
  };
}
