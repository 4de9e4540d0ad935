import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Evidence, MessageError } from "../../lib/message/protocol.ts";
import type { Ask } from "../ports.ts";
import { createResource, type Loaded } from "../ui/resource.ts";

/** What is opened among the insights: one signal's details, and the events behind it if they were asked for. */
export interface InsightsModel {
  open: ReadonlySignal<string | null>;
  /** Of the open signal; null: nobody asked. */
  evidence: ReadonlySignal<Loaded<Evidence, MessageError> | null>;
  toggle(signal: string): void;
  showEvidence(): Promise<void>;
}

export function createInsightsModel(ask: Ask): InsightsModel {
  const open = signal<string | null>(null);
  const isAsked = signal(false);
  const evidence = createResource<Evidence, MessageError>(() =>
    ask("signals.evidence", { signal: open.peek() ?? "" }),
  );
  return {
    open: computed(() => open.value),
    evidence: computed(() => (isAsked.value ? evidence.view.value : null)),
    toggle(id) {
      open.value = open.peek() === id ? null : id;
      isAsked.value = false;
    },
    showEvidence() {
      isAsked.value = true;
      return evidence.restart();
    },
  };
}
