import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AuditLog } from "../../lib/model/audit.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { AuditClient, AuditFilter, Token } from "./audit-client.ts";

export interface AuditModel {
  /** What was done, as far as it was asked for. Null: only administrators may see it. */
  log: Resource<AuditLog | null, QueryError>;
  /** Whose tokens there are, as far as that is known. */
  tokens: ReadonlySignal<readonly Token[]>;
  filter: ReadonlySignal<AuditFilter>;
  /** The next page is on its way. */
  busy: ReadonlySignal<boolean>;
  /** Why the next page did not come. */
  problem: ReadonlySignal<QueryError | null>;
  load(): Promise<void>;
  narrow(more: Partial<AuditFilter>): Promise<void>;
  more(): Promise<void>;
}

export const ALL: AuditFilter = { by: null, kind: null, day: null };

export function createAuditModel(client: AuditClient): AuditModel {
  const filter = signal<AuditFilter>(ALL);
  const tokens = signal<readonly Token[]>([]);
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  const log = createResource<AuditLog | null, QueryError>(async (abort) => {
    const answer = await client.read(filter.peek(), null, abort);
    return !answer.ok && answer.error.code === "forbidden" ? { ok: true, value: null } : answer;
  });

  return {
    log,
    tokens: computed(() => tokens.value),
    filter: computed(() => filter.value),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    async load() {
      problem.value = null;
      const named = client.tokens(new AbortController().signal);
      await log.load();
      const answer = await named;
      if (answer.ok) tokens.value = answer.value;
    },
    narrow(more) {
      filter.value = { ...filter.peek(), ...more };
      problem.value = null;
      return log.restart();
    },
    async more() {
      const now = log.value.peek();
      if (!now?.next || busy.peek()) return;
      const asked = filter.peek();
      busy.value = true;
      problem.value = null;
      const answer = await client.read(asked, now.next);
      busy.value = false;
      // Another list may be in sight by now.
      if (log.value.peek() !== now || filter.peek() !== asked) return;
      if (!answer.ok) problem.value = answer.error;
      else log.extend(now, { ...answer.value, items: [...now.items, ...answer.value.items] });
    },
  };
}
