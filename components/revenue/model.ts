import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { CsLoad } from "../../lib/model/cs-load.ts";
import type { EffectReport, Treatment } from "../../lib/model/effect.ts";
import type { OnboardingReport } from "../../lib/model/onboarding-report.ts";
import type {
  PeriodUnit,
  RevenueCohorts,
  RevenueReport,
  RevenueSlices,
  RevenueTargets,
  Slice,
} from "../../lib/model/revenue.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { RevenueClient } from "./client.ts";

export const REVENUE_VIEWS = [
  "movement",
  "kept",
  "slices",
  "cohorts",
  "onboarding",
  "load",
  "effect",
] as const;
export type RevenueView = (typeof REVENUE_VIEWS)[number];

export const LAGS = ["30", "60", "90"] as const;
export type Lag = (typeof LAGS)[number];

export interface RevenueModel {
  view: ReadonlySignal<RevenueView>;
  unit: ReadonlySignal<PeriodUnit>;
  by: ReadonlySignal<Slice>;
  /** Null: the newest that is over. */
  period: ReadonlySignal<string | null>;
  /** Null: that of most customers. */
  currency: ReadonlySignal<string | null>;
  report: Resource<RevenueReport, QueryError>;
  slices: Resource<RevenueSlices, QueryError>;
  cohorts: Resource<RevenueCohorts, QueryError>;
  onboarding: Resource<OnboardingReport, QueryError>;
  load: Resource<CsLoad, QueryError>;
  effect: Resource<EffectReport, QueryError>;
  treatment: ReadonlySignal<Treatment>;
  /** Days after which the effect is looked for. */
  lag: ReadonlySignal<Lag>;
  /** Asks for what is in sight. */
  open(): Promise<void>;
  show(view: RevenueView): void;
  chooseUnit(unit: PeriodUnit): void;
  chooseBy(by: Slice): void;
  choosePeriod(period: string): void;
  chooseCurrency(currency: string): void;
  chooseTreatment(treatment: Treatment): void;
  chooseLag(lag: Lag): void;
  /** Targets are being saved. */
  saving: ReadonlySignal<boolean>;
  /** Why they were not. */
  problem: ReadonlySignal<QueryError | null>;
  setTargets(targets: RevenueTargets): Promise<void>;
}

export function createRevenueModel(client: RevenueClient): RevenueModel {
  const view = signal<RevenueView>("movement");
  const unit = signal<PeriodUnit>("quarter");
  const by = signal<Slice>("plan");
  const period = signal<string | null>(null);
  const currency = signal<string | null>(null);
  const treatment = signal<Treatment>("meeting");
  const lag = signal<Lag>("60");
  const saving = signal(false);
  const problem = signal<QueryError | null>(null);
  const report = createResource<RevenueReport, QueryError>((abort) =>
    client.revenue(unit.peek(), abort),
  );
  const slices = createResource<RevenueSlices, QueryError>((abort) =>
    client.slices({ unit: unit.peek(), by: by.peek(), period: period.peek() }, abort),
  );
  const cohorts = createResource<RevenueCohorts, QueryError>((abort) =>
    client.cohorts(unit.peek(), abort),
  );
  const onboarding = createResource<OnboardingReport, QueryError>((abort) =>
    client.onboarding(unit.peek(), abort),
  );
  const load = createResource<CsLoad, QueryError>((abort) => client.load(abort));
  const effect = createResource<EffectReport, QueryError>((abort) =>
    client.effect({ of: treatment.peek(), lag: lag.peek() }, abort),
  );
  const inSight = () =>
    ({ movement: report, kept: report, slices, cohorts, onboarding, load, effect })[view.peek()];
  return {
    view: computed(() => view.value),
    unit: computed(() => unit.value),
    by: computed(() => by.value),
    period: computed(() => period.value),
    currency: computed(() => currency.value),
    report,
    slices,
    cohorts,
    onboarding,
    load,
    effect,
    treatment: computed(() => treatment.value),
    lag: computed(() => lag.value),
    saving: computed(() => saving.value),
    problem: computed(() => problem.value),
    async setTargets(targets) {
      if (saving.peek()) return;
      saving.value = true;
      problem.value = null;
      const answer = await client.setTargets(targets);
      saving.value = false;
      if (answer.ok) await report.load();
      else problem.value = answer.error;
    },
    open: () => inSight().load(),
    show(chosen) {
      view.value = chosen;
      void inSight().load();
    },
    chooseUnit(chosen) {
      unit.value = chosen;
      period.value = null;
      void inSight().restart();
    },
    chooseBy(chosen) {
      by.value = chosen;
      void slices.load();
    },
    choosePeriod(chosen) {
      period.value = chosen;
      if (view.peek() === "slices") void slices.load();
    },
    chooseCurrency(chosen) {
      currency.value = chosen;
    },
    chooseTreatment(chosen) {
      treatment.value = chosen;
      void effect.load();
    },
    chooseLag(chosen) {
      lag.value = chosen;
      void effect.load();
    },
  };
}
