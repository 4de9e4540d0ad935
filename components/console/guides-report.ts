import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { GuideRevenue } from "../../lib/model/effect.ts";
import type { GuideLift } from "../../lib/model/lift.ts";
import type { GuideFunnel, GuidePause, GuideTargets } from "../../lib/model/query.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { ConsoleClient, GuideItem, QueryError } from "./client.ts";
import type { Period } from "./period.ts";

export const GUIDE_VIEWS = ["steps", "targets", "lift", "revenue"] as const;
export type GuideView = (typeof GUIDE_VIEWS)[number];

export interface GuidesReport {
  guides: Resource<GuideItem[], QueryError>;
  /** Guides that start for nobody by themselves; whichever guide is chosen, these are told. */
  pauses: Resource<GuidePause[], QueryError>;
  chosen: ReadonlySignal<GuideItem | null>;
  shown: ReadonlySignal<GuideView>;
  period: ReadonlySignal<Period>;
  funnel: Resource<GuideFunnel, QueryError>;
  targets: Resource<GuideTargets, QueryError>;
  lift: Resource<GuideLift, QueryError>;
  revenue: Resource<GuideRevenue, QueryError>;
  /** The guide that is being resumed. */
  resuming: ReadonlySignal<string | null>;
  /** Why that did not work. */
  problem: ReadonlySignal<QueryError | null>;
  /** A guide was resumed. */
  resumed: ReadonlySignal<boolean>;
  open(): Promise<void>;
  choose(guide: string, view?: GuideView): void;
  show(view: GuideView): void;
  choosePeriod(period: Period): void;
  resume(guide: string): Promise<void>;
  closeNotice(): void;
}

export function createGuidesReport(client: ConsoleClient): GuidesReport {
  const chosenId = signal<string | null>(null);
  const shown = signal<GuideView>("steps");
  const period = signal<Period>("30");
  const resuming = signal<string | null>(null);
  const problem = signal<QueryError | null>(null);
  const resumed = signal(false);
  const guides = createResource<GuideItem[], QueryError>((abort) => client.guides(abort));
  const pauses = createResource<GuidePause[], QueryError>((abort) => client.pauses(abort));
  const chosen = computed(() => {
    const all = guides.value.value ?? [];
    const fallback = all.find((one) => one.published !== null) ?? all[0] ?? null;
    return all.find((one) => one.id === chosenId.value) ?? fallback;
  });
  const id = () => chosen.peek()?.id ?? "";
  const funnel = createResource<GuideFunnel, QueryError>((abort) => client.funnel(id(), abort));
  const targets = createResource<GuideTargets, QueryError>((abort) =>
    client.targets(id(), Number(period.peek()), abort),
  );
  const lift = createResource<GuideLift, QueryError>((abort) => client.lift(id(), abort));
  const revenue = createResource<GuideRevenue, QueryError>((abort) => client.revenue(id(), abort));
  const inSight = () => ({ steps: funnel, targets, lift, revenue })[shown.peek()];
  /** A guide that was never published has nothing to ask for. */
  const published = () => (chosen.peek()?.published ?? null) !== null;

  async function open() {
    await Promise.all([guides.load(), pauses.load()]);
    if (published()) await inSight().load();
  }

  return {
    guides,
    pauses,
    chosen,
    shown: computed(() => shown.value),
    period: computed(() => period.value),
    funnel,
    targets,
    lift,
    revenue,
    resuming: computed(() => resuming.value),
    problem: computed(() => problem.value),
    resumed: computed(() => resumed.value),
    open,
    choose(guide, view = shown.peek()) {
      chosenId.value = guide;
      shown.value = view;
      if (published()) void inSight().restart();
    },
    show(view) {
      shown.value = view;
      if (published()) void inSight().restart();
    },
    choosePeriod(value) {
      period.value = value;
      void targets.load();
    },
    async resume(guide) {
      if (resuming.peek() !== null) return;
      resuming.value = guide;
      problem.value = null;
      const answer = await client.resume(guide);
      resuming.value = null;
      if (answer.ok) resumed.value = true;
      else problem.value = answer.error;
      await open();
    },
    closeNotice() {
      resumed.value = false;
    },
  };
}
