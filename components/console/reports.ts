import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { FeatureAdoption, SignalTimeline } from "../../lib/model/query.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { AhaClient } from "./aha-client.ts";
import { type AhaReport, createAhaReport } from "./aha-report.ts";
import type { ConsoleClient, QueryError } from "./client.ts";
import { createGuidesReport, type GuidesReport } from "./guides-report.ts";
import { createPeopleReport, type PeopleReport } from "./people-report.ts";
import type { Period } from "./period.ts";

export interface FeaturesReport {
  period: ReadonlySignal<Period>;
  report: Resource<FeatureAdoption, QueryError>;
  choosePeriod(period: Period): void;
}

export interface SignalChoice {
  signal: string;
  name: string;
  users: number;
}

export interface ActivationReport {
  period: ReadonlySignal<Period>;
  signals: Resource<SignalChoice[], QueryError>;
  chosen: ReadonlySignal<SignalChoice | null>;
  timeline: Resource<SignalTimeline, QueryError>;
  open(): Promise<void>;
  choose(signal: string): void;
  choosePeriod(period: Period): void;
}

export interface Reports {
  features: FeaturesReport;
  people: PeopleReport;
  activation: ActivationReport;
  aha: AhaReport;
  guides: GuidesReport;
}

export function createReports(client: ConsoleClient, aha: AhaClient): Reports {
  return {
    features: createFeaturesReport(client),
    people: createPeopleReport(client),
    activation: createActivationReport(client),
    aha: createAhaReport(aha),
    guides: createGuidesReport(client),
  };
}

function createFeaturesReport(client: ConsoleClient): FeaturesReport {
  const period = signal<Period>("30");
  const report = createResource<FeatureAdoption, QueryError>((abort) =>
    client.features(Number(period.peek()), abort),
  );
  return {
    period: computed(() => period.value),
    report,
    choosePeriod(chosen) {
      period.value = chosen;
      void report.load();
    },
  };
}

function createActivationReport(client: ConsoleClient): ActivationReport {
  const period = signal<Period>("30");
  const chosenId = signal<string | null>(null);
  const signals = createResource<SignalChoice[], QueryError>(async (abort) => {
    const page = await client.people(null, abort);
    return page.ok ? { ok: true, value: page.value.signals } : page;
  });
  const chosen = computed(() => {
    const all = signals.value.value ?? [];
    return all.find((one) => one.signal === chosenId.value) ?? all[0] ?? null;
  });
  const timeline = createResource<SignalTimeline, QueryError>((abort) =>
    client.timeline(chosen.peek()?.signal ?? "", Number(period.peek()), abort),
  );
  return {
    period: computed(() => period.value),
    signals,
    chosen,
    timeline,
    async open() {
      await signals.load();
      if (chosen.peek()) await timeline.load();
    },
    choose(id) {
      chosenId.value = id;
      void timeline.restart();
    },
    choosePeriod(value) {
      period.value = value;
      void timeline.load();
    },
  };
}
