import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AhaMoment, AhaMoments } from "../../lib/model/aha.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { AhaClient, Staying } from "./aha-client.ts";
import { type AhaTexts, ahaDocuments, ahaId } from "./aha-plan.ts";
import type { QueryError } from "./client.ts";

/** Definitions of staying to choose from: the second week, the fourth, the second month. */
export const STAYINGS = {
  "week-2": { from: 7, to: 14 },
  "week-4": { from: 21, to: 28 },
  "month-2": { from: 30, to: 60 },
} as const satisfies Record<string, Staying>;
export type StayingName = keyof typeof STAYINGS;

export interface AhaAnswer {
  report: AhaMoments;
  /** Ids of signals, among them those made of moments. */
  signals: ReadonlySet<string>;
}

export interface AhaReport {
  staying: ReadonlySignal<StayingName>;
  answer: Resource<AhaAnswer, QueryError>;
  /** Id of the moment of which something is being made or undone. */
  busy: ReadonlySignal<string | null>;
  /** Why that did not work, and for which moment. */
  problem: ReadonlySignal<{ id: string; error: QueryError } | null>;
  /** What was done last, until its notice is closed. */
  done: ReadonlySignal<"made" | "undone" | null>;
  chooseStaying(name: StayingName): void;
  make(moment: AhaMoment, texts: AhaTexts): Promise<void>;
  undo(moment: AhaMoment): Promise<void>;
  closeNotice(): void;
}

export function createAhaReport(client: AhaClient): AhaReport {
  const staying = signal<StayingName>("week-4");
  const busy = signal<string | null>(null);
  const problem = signal<{ id: string; error: QueryError } | null>(null);
  const done = signal<"made" | "undone" | null>(null);
  const answer = createResource<AhaAnswer, QueryError>(async (abort) => {
    const [report, signals] = await Promise.all([
      client.moments(STAYINGS[staying.peek()], abort),
      client.signals(abort),
    ]);
    if (!report.ok) return report;
    if (!signals.ok) return signals;
    return { ok: true, value: { report: report.value, signals: signals.value } };
  });

  async function act(
    id: string,
    work: () => ReturnType<AhaClient["undo"]>,
    result: "made" | "undone",
  ): Promise<void> {
    if (busy.peek() !== null) return;
    busy.value = id;
    problem.value = null;
    done.value = null;
    const outcome = await work();
    await answer.load();
    busy.value = null;
    if (outcome.ok) done.value = result;
    else problem.value = { id, error: outcome.error };
  }

  return {
    staying: computed(() => staying.value),
    answer,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    done: computed(() => done.value),
    chooseStaying(name) {
      staying.value = name;
      void answer.load();
    },
    make: (moment, texts) =>
      act(ahaId(moment), () => client.make(ahaDocuments(moment, texts)), "made"),
    undo: (moment) => act(ahaId(moment), () => client.undo(ahaId(moment)), "undone"),
    closeNotice() {
      done.value = null;
    },
  };
}
