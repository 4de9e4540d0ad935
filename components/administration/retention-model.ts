import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Retention, RetentionPreview } from "../../lib/model/retention.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import type { RetentionClient } from "./retention-client.ts";

export type Terms = Pick<Retention, "days" | "imports" | "audit">;

/** What somebody is asked before it is set. */
export interface Asked {
  terms: Terms;
  preview: RetentionPreview;
}

export interface RetentionModel {
  kept: Resource<Retention, QueryError>;
  /** What is chosen and not set yet. */
  chosen: ReadonlySignal<Terms | null>;
  asked: ReadonlySignal<Asked | null>;
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<QueryError | null>;
  choose(terms: Partial<Terms>): void;
  /** Asks how much would go for good with what is chosen. */
  ask(): Promise<void>;
  confirm(): Promise<void>;
  cancel(): void;
}

export function createRetentionModel(client: RetentionClient): RetentionModel {
  const kept = createResource<Retention, QueryError>(client.read);
  const chosen = signal<Terms | null>(null);
  const asked = signal<Asked | null>(null);
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);

  async function act<T>(work: Promise<Outcome<T, QueryError>>, then: (value: T) => void) {
    busy.value = true;
    problem.value = null;
    const answer = await work;
    if (answer.ok) then(answer.value);
    else problem.value = answer.error;
    busy.value = false;
  }

  return {
    kept,
    chosen: computed(() => chosen.value),
    asked: computed(() => asked.value),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    choose(terms) {
      const now = kept.value.peek();
      if (!now) return;
      const { days, imports, audit } = { ...now, ...chosen.peek(), ...terms };
      const isNew = days !== now.days || imports !== now.imports || audit !== now.audit;
      chosen.value = isNew ? { days, imports, audit } : null;
    },
    async ask() {
      const terms = chosen.peek();
      if (!terms || busy.peek()) return;
      await act(client.preview(terms), (preview) => {
        asked.value = { terms, preview };
      });
    },
    async confirm() {
      const terms = asked.peek()?.terms;
      asked.value = null;
      if (!terms || busy.peek()) return;
      await act(client.set(terms), (now) => {
        kept.set(now);
        chosen.value = null;
      });
    },
    cancel() {
      asked.value = null;
    },
  };
}
