import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { HealthOverview, StandingList } from "../../../lib/model/health-report.ts";
import type { RevenueAtRisk } from "../../../lib/model/revenue-at-risk.ts";
import { type Acts, createActs } from "../../accounts/act.ts";
import { createResource, type Resource } from "../../ui/resource.ts";
import type { QueryError } from "../request.ts";
import { createViews, type Views } from "../views.ts";
import { createDefinitionsModel, type DefinitionsModel } from "./definitions-model.ts";
import type { HealthClient, StandingFilter } from "./health-client.ts";

export const HEALTH_VIEWS = ["overview", "accounts", "definitions"] as const;

export interface HealthModel extends Omit<Acts, "act"> {
  client: HealthClient;
  views: Views<(typeof HEALTH_VIEWS)[number]>;
  overview: Resource<{ overview: HealthOverview; revenue: RevenueAtRisk }, QueryError>;
  accounts: Resource<StandingList, QueryError>;
  filter: ReadonlySignal<StandingFilter>;
  choose(filter: Partial<StandingFilter>): void;
  /** Adds the next page. */
  more(): Promise<void>;
  definitions: DefinitionsModel;
  /** Works everything out now. */
  compute(): Promise<void>;
  load(): Promise<void>;
}

export function createHealthModel(client: HealthClient): HealthModel {
  const filter = signal<StandingFilter>({ risk: "", text: "" });
  const overview = createResource<{ overview: HealthOverview; revenue: RevenueAtRisk }, QueryError>(
    async (abort) => {
      const [told, revenue] = await Promise.all([client.overview(abort), client.revenue(abort)]);
      if (!told.ok) return told;
      return revenue.ok
        ? { ok: true, value: { overview: told.value, revenue: revenue.value } }
        : revenue;
    },
  );
  const accounts = createResource<StandingList, QueryError>((abort) =>
    client.accounts(filter.peek(), null, abort),
  );
  const definitions = createDefinitionsModel(client);
  const views = createViews("overview", {
    overview: overview.load,
    accounts: accounts.load,
    definitions: definitions.settings.load,
  });
  const { act, busy, problem } = createActs(views.load);
  return {
    client,
    views,
    busy,
    problem,
    overview,
    accounts,
    filter: computed(() => filter.value),
    choose(chosen) {
      filter.value = { ...filter.peek(), ...chosen };
      void accounts.load();
    },
    async more() {
      const view = accounts.view.peek();
      if (view.state !== "ready" || view.refreshing || view.value.next === null) return;
      const there = view.value;
      await act(async () => {
        const next = await client.accounts(filter.peek(), there.next, new AbortController().signal);
        if (next.ok) {
          accounts.extend(there, { ...next.value, items: [...there.items, ...next.value.items] });
        }
        return next;
      }, true);
    },
    definitions,
    async compute() {
      await act(() => client.compute());
    },
    load: views.load,
  };
}
