import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { JournalPage, MessageError } from "../../lib/message/protocol.ts";
import type { Ask } from "../ports.ts";
import { createResource, type Resource } from "../ui/resource.ts";

export interface OwnDataModel {
  /** What left the device; it is asked for as long as somebody looks at it. */
  isOpen: ReadonlySignal<boolean>;
  journal: Resource<JournalPage, MessageError>;
  busy: ReadonlySignal<"more" | "export" | null>;
  problem: ReadonlySignal<MessageError | null>;
  toggle(): void;
  /** Something changed: asks again if somebody looks. */
  refresh(): void;
  more(): Promise<void>;
  /** Saves all that is kept as a file. */
  exportAll(): Promise<void>;
}

export interface OwnDataPorts {
  ask: Ask;
  save(name: string, json: string): void;
  now(): number;
}

export function createOwnDataModel({ ask, save, now }: OwnDataPorts): OwnDataModel {
  const isOpen = signal(false);
  const busy = signal<"more" | "export" | null>(null);
  const problem = signal<MessageError | null>(null);
  const journal = createResource<JournalPage, MessageError>(() => ask("data.journal", {}));

  async function act(what: "more" | "export", work: () => Promise<MessageError | null>) {
    if (busy.peek() !== null) return;
    busy.value = what;
    problem.value = await work();
    busy.value = null;
  }

  return {
    isOpen: computed(() => isOpen.value),
    journal,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    toggle() {
      isOpen.value = !isOpen.peek();
      if (isOpen.peek()) void journal.restart();
    },
    refresh() {
      if (isOpen.peek()) void journal.load();
    },
    more: () =>
      act("more", async () => {
        const page = journal.value.peek();
        if (!page?.next) return null;
        const reply = await ask("data.journal", { before: page.next });
        if (!reply.ok) return reply.error;
        const { entries, next } = reply.value;
        journal.extend(page, { entries: [...page.entries, ...entries], next });
        return null;
      }),
    exportAll: () =>
      act("export", async () => {
        const reply = await ask("data.export", {});
        if (!reply.ok) return reply.error;
        save(`waymark-${new Date(now()).toISOString().slice(0, 10)}.json`, reply.value.json);
        return null;
      }),
  };
}
