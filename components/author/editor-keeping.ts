import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { decided, differences, reconcile } from "../../lib/draft/reconcile.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { Drafts, LocalDraft } from "./ports.ts";

export type Kept = "kept" | "keeping" | "failed";

/** Keeps the draft on this device after every change, one write after the other. */
export interface Keeping {
  state: ReadonlySignal<Kept>;
  /** The draft of the server that this one began with or was last saved as. */
  base: ReadonlySignal<LocalDraft["base"]>;
  /** The guide, or what it is based on, is another one now. */
  change(): void;
  rebase(base: LocalDraft["base"]): void;
  /** What another window or the recorder did meanwhile comes in. */
  look(): Promise<void>;
  /** Ends when everything is kept, or cannot be. */
  settled(): Promise<void>;
}

export interface KeepingOptions {
  drafts: Drafts;
  id: string;
  /** What is there; null: nothing yet. */
  known: LocalDraft | null;
  base: LocalDraft["base"];
  guide: () => Guide;
  now: () => number;
  /** Somebody else changed it on this device: this is both together, or null where that takes a decision. */
  onOther: (merged: Guide | null, other: LocalDraft) => void;
}

export function createKeeping(options: KeepingOptions): Keeping {
  const { drafts, id, guide, now } = options;
  const state = signal<Kept>("kept");
  const base = signal(options.base);
  let known = options.known;
  let dirty = false;
  let asked = false;
  let running: Promise<void> | undefined;

  async function keep() {
    try {
      while (dirty || asked) {
        if (dirty) await write();
        else await look();
      }
      state.value = "kept";
    } catch {
      state.value = "failed";
    }
  }

  async function write() {
    dirty = false;
    const changedAt = Math.max(now(), (known?.changedAt ?? 0) + 1);
    const draft: LocalDraft = { id, guide: guide(), base: base.peek(), changedAt };
    const other = await drafts.write(draft, known?.changedAt ?? null);
    if (other) meet(other);
    else known = draft;
  }

  /** What was changed here meanwhile is written first, and meets it then. */
  async function look() {
    asked = false;
    const there = await drafts.read(id);
    if (there && !dirty && there.changedAt !== known?.changedAt) meet(there);
  }

  /** What another window or the recorder did comes in, as far as it does not touch what was done here. */
  function meet(other: LocalDraft) {
    const mine = guide();
    const found = differences(known?.guide ?? null, mine, other.guide);
    const clear = found.every(({ changedBy }) => changedBy !== null);
    const merged = clear ? reconcile(mine, other.guide, decided(found)) : null;
    known = other;
    if (other.base && (base.peek()?.revision ?? 0) < other.base.revision) base.value = other.base;
    options.onOther(merged?.ok ? merged.guide : null, other);
  }

  const run = (): Promise<void> => {
    running ??= keep().then(() => {
      running = undefined;
      // Asked for after the last look, before this was said to be over.
      return dirty || asked ? run() : undefined;
    });
    return running;
  };
  const change = () => {
    dirty = true;
    state.value = "keeping";
    void run();
  };

  return {
    state: computed(() => state.value),
    base: computed(() => base.value),
    change,
    rebase(next) {
      base.value = next;
      change();
    },
    look() {
      asked = true;
      return run();
    },
    settled: async () => running,
  };
}
