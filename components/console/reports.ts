import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { ActiveDaysCurve, RetentionCohorts } from "../../lib/model/activity.ts";
import type { FeatureAdoption } from "../../lib/model/query.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import { type AdoptionReport, createAdoptionReport } from "./adoption-report.ts";
import type { AhaClient } from "./aha-client.ts";
import { type AhaReport, createAhaReport } from "./aha-report.ts";
import type { ConsoleClient, QueryError } from "./client.ts";
import { createGuidesReport, type GuidesReport } from "./guides-report.ts";
import { createPeopleReport, type PeopleReport } from "./people-report.ts";
import type { Period } from "./period.ts";
import { createSignalsReport, type SignalsReport } from "./signals-report.ts";
import { createViews, type Views } from "./views.ts";

export interface FeaturesReport {
  period: ReadonlySignal<Period>;
  report: Resource<FeatureAdoption, QueryError>;
  choosePeriod(period: Period): void;
}

export const FEATURE_VIEWS = ["use", "adoption"] as const;
export const PEOPLE_VIEWS = ["list", "retention", "activeDays"] as const;

export interface Reports {
  features: FeaturesReport;
  adoption: AdoptionReport;
  featureViews: Views<(typeof FEATURE_VIEWS)[number]>;
  people: PeopleReport;
  retention: Resource<RetentionCohorts, QueryError>;
  activeDays: Resource<ActiveDaysCurve, QueryError>;
  peopleViews: Views<(typeof PEOPLE_VIEWS)[number]>;
  signals: SignalsReport;
  aha: AhaReport;
  guides: GuidesReport;
}

export function createReports(client: ConsoleClient, aha: AhaClient): Reports {
  const features = createFeaturesReport(client);
  const adoption = createAdoptionReport(client);
  const people = createPeopleReport(client);
  const retention = createResource<RetentionCohorts, QueryError>((abort) =>
    client.retention(abort),
  );
  const activeDays = createResource<ActiveDaysCurve, QueryError>((abort) =>
    client.activeDays(abort),
  );
  return {
    features,
    adoption,
    featureViews: createViews("use", {
      use: features.report.load,
      adoption: adoption.matrix.load,
    }),
    people,
    retention,
    activeDays,
    peopleViews: createViews("list", {
      list: people.report.load,
      retention: retention.load,
      activeDays: activeDays.load,
    }),
    signals: createSignalsReport(client),
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
