import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { SurveyReport, SurveyVerbatims } from "../../lib/model/survey-report.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { SurveysClient } from "./client.ts";

export type Survey = SurveyReport["surveys"][number];

export interface SurveysModel {
  report: Resource<SurveyReport, QueryError>;
  chosen: ReadonlySignal<Survey | null>;
  /** Only answers from accounts that left. */
  left: ReadonlySignal<boolean>;
  verbatims: Resource<SurveyVerbatims, QueryError>;
  /** One more page of verbatims is on its way. */
  adding: ReadonlySignal<boolean>;
  open(): Promise<void>;
  choose(guide: string): void;
  from(whom: "everybody" | "left"): void;
  more(): Promise<void>;
}

export function createSurveysModel(client: SurveysClient): SurveysModel {
  const chosenId = signal<string | null>(null);
  const left = signal(false);
  const adding = signal(false);
  const report = createResource<SurveyReport, QueryError>((abort) =>
    client.report(left.peek(), abort),
  );
  const chosen = computed(() => {
    const all = report.value.value?.surveys ?? [];
    return all.find(({ guide }) => guide === chosenId.value) ?? all[0] ?? null;
  });
  const page = (after: string | null, abort: AbortSignal) =>
    client.verbatims({ guide: chosen.peek()?.guide ?? "", left: left.peek(), after }, abort);
  const verbatims = createResource<SurveyVerbatims, QueryError>((abort) => page(null, abort));

  async function open() {
    await report.load();
    if (chosen.peek()) await verbatims.load();
  }

  /** What others answered must not stand there meanwhile. */
  async function restart() {
    await report.restart();
    if (chosen.peek()) await verbatims.restart();
  }

  return {
    report,
    chosen,
    left: computed(() => left.value),
    verbatims,
    adding: computed(() => adding.value),
    open,
    choose(guide) {
      chosenId.value = guide;
      void verbatims.restart();
    },
    from(whom) {
      // The survey in sight stays in sight, also where its last answer is not the newest of these.
      chosenId.value = chosen.peek()?.guide ?? null;
      left.value = whom === "left";
      void restart();
    },
    async more() {
      const before = verbatims.value.peek();
      if (adding.peek() || !before?.next) return;
      adding.value = true;
      const answer = await page(before.next, new AbortController().signal);
      adding.value = false;
      // Another survey may have been chosen meanwhile.
      if (verbatims.value.peek() !== before) return;
      if (answer.ok) {
        verbatims.extend(before, {
          ...answer.value,
          items: [...before.items, ...answer.value.items],
        });
      } else await verbatims.load();
    },
  };
}
