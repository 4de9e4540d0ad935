import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { SigningKey } from "../../lib/model/bundle.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import type { SigningKeysClient } from "./keys-client.ts";

export interface SigningKeysModel {
  /** The announced one, the one that signs, and those that signed. Null: only administrators may see them. */
  list: Resource<readonly SigningKey[] | null, QueryError>;
  /** What is under way: a replacement, or this key's retirement. */
  busy: ReadonlySignal<"replace" | { retire: string } | null>;
  /** Of the last change. */
  problem: ReadonlySignal<QueryError | null>;
  replace(): Promise<void>;
  retire(keyId: string): Promise<void>;
}

export function createSigningKeysModel(client: SigningKeysClient): SigningKeysModel {
  const busy = signal<"replace" | { retire: string } | null>(null);
  const problem = signal<QueryError | null>(null);
  const list = createResource<readonly SigningKey[] | null, QueryError>(async (abort) => {
    const answer = await client.list(abort);
    return !answer.ok && answer.error.code === "forbidden" ? { ok: true, value: null } : answer;
  });

  async function act(
    what: NonNullable<typeof busy.value>,
    work: () => Promise<Outcome<SigningKey[], QueryError>>,
  ): Promise<void> {
    if (busy.peek() !== null) return;
    busy.value = what;
    problem.value = null;
    const answer = await work();
    if (answer.ok) list.set(answer.value);
    else problem.value = answer.error;
    busy.value = null;
  }

  return {
    list,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    replace: () => act("replace", client.replace),
    retire: (keyId) => act({ retire: keyId }, () => client.retire(keyId)),
  };
}
