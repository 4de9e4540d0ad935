import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { SignalTimeline, UserSignals } from "../../lib/model/query.ts";
import type { SignalEvidence, SignalFunnel, SignalReport } from "../../lib/model/signal-report.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { ConsoleClient, QueryError, Somebody } from "./client.ts";
import type { Period } from "./period.ts";

export const SIGNAL_VIEWS = ["time", "steps", "values"] as const;
export type SignalView = (typeof SIGNAL_VIEWS)[number];

export type SignalChoice = UserSignals["signals"][number];

export interface SignalsReport {
  signals: Resource<SignalChoice[], QueryError>;
  shown: ReadonlySignal<SignalView>;
  period: ReadonlySignal<Period>;
  /** Those that the view in sight is about. */
  choices: ReadonlySignal<SignalChoice[]>;
  chosen: ReadonlySignal<SignalChoice | null>;
  timeline: Resource<SignalTimeline, QueryError>;
  steps: Resource<SignalFunnel, QueryError>;
  values: Resource<SignalReport, QueryError>;
  /** Whose evidence is in sight. */
  somebody: ReadonlySignal<Somebody | null>;
  evidence: Resource<SignalEvidence, QueryError>;
  open(): Promise<void>;
  show(view: SignalView): void;
  choose(signal: string): void;
  choosePeriod(period: Period): void;
  /** Asks why somebody's signal is what it is; null: no longer. */
  ask(of: Somebody | null): void;
}

export function createSignalsReport(client: ConsoleClient): SignalsReport {
  const shown = signal<SignalView>("time");
  const period = signal<Period>("30");
  const chosenId = signal<string | null>(null);
  const somebody = signal<Somebody | null>(null);
  const signals = createResource<SignalChoice[], QueryError>(async (abort) => {
    const page = await client.people(null, abort);
    return page.ok ? { ok: true, value: page.value.signals } : page;
  });
  const choices = computed(() => {
    const all = signals.value.value ?? [];
    return shown.value === "values" ? all : all.filter(({ kind }) => kind === "milestone");
  });
  const chosen = computed(
    () => choices.value.find((one) => one.signal === chosenId.value) ?? choices.value[0] ?? null,
  );
  const id = () => chosen.peek()?.signal ?? "";
  const timeline = createResource<SignalTimeline, QueryError>((abort) =>
    client.timeline(id(), Number(period.peek()), abort),
  );
  const steps = createResource<SignalFunnel, QueryError>((abort) => client.steps(id(), abort));
  const values = createResource<SignalReport, QueryError>((abort) =>
    client.signalReport(id(), Number(period.peek()), abort),
  );
  const evidence = createResource<SignalEvidence, QueryError>((abort) =>
    client.evidence(id(), somebody.peek() ?? { user: "", anonymous: false }, abort),
  );
  const inSight = () => ({ time: timeline, steps, values })[shown.peek()];

  async function restart() {
    somebody.value = null;
    if (chosen.peek()) await inSight().restart();
  }

  return {
    signals,
    shown: computed(() => shown.value),
    period: computed(() => period.value),
    choices,
    chosen,
    timeline,
    steps,
    values,
    somebody: computed(() => somebody.value),
    evidence,
    async open() {
      await signals.load();
      if (chosen.peek()) await inSight().load();
      if (somebody.peek()) await evidence.load();
    },
    show(view) {
      shown.value = view;
      void restart();
    },
    choose(signal) {
      chosenId.value = signal;
      void restart();
    },
    choosePeriod(value) {
      period.value = value;
      void inSight().load();
    },
    ask(of) {
      somebody.value = of;
      if (of) void evidence.restart();
    },
  };
}
