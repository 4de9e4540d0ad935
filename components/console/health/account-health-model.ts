import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { ChurnSignal } from "../../../lib/model/churn.ts";
import type { AccountHealth } from "../../../lib/model/health-report.ts";
import type { RiskCaseDetail, RiskCasePatch } from "../../../lib/model/risk-case.ts";
import { createResource, type Outcome, type Resource } from "../../ui/resource.ts";
import type { QueryError } from "../request.ts";
import type { HealthClient } from "./health-client.ts";

export interface AccountAnswer {
  health: AccountHealth;
  /** Of the open case. */
  detail: RiskCaseDetail | null;
}

export interface Sign {
  kind: ChurnSignal["kind"];
  level: ChurnSignal["level"];
  name: string;
  note: string;
}

/** The health of one account, and what is done about its risk. */
export interface AccountHealthModel {
  answer: Resource<AccountAnswer, QueryError>;
  busy: ReadonlySignal<boolean>;
  /** Of the last change. */
  problem: ReadonlySignal<QueryError | null>;
  /** True when it was done. */
  say(sign: Sign): Promise<boolean>;
  end(sign: ChurnSignal): Promise<boolean>;
  openCase(level: "medium" | "high"): Promise<boolean>;
  change(patch: RiskCasePatch): Promise<boolean>;
  addTask(task: { title: string; owner: string | null; due: string | null }): Promise<boolean>;
}

export function createAccountHealthModel(
  client: HealthClient,
  account: string,
  { now, newId, changed }: { now: () => number; newId: () => string; changed: () => void },
): AccountHealthModel {
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  const answer = createResource<AccountAnswer, QueryError>(async (abort) => {
    const health = await client.account(account, abort);
    if (!health.ok) return health;
    const open = health.value.case;
    if (!open) return { ok: true, value: { health: health.value, detail: null } };
    const detail = await client.caseDetail(open.id, abort);
    return detail.ok ? { ok: true, value: { health: health.value, detail: detail.value } } : detail;
  });

  /** One thing at a time; what holds now is asked for afterwards. */
  async function act(work: () => Promise<Outcome<unknown, QueryError>>): Promise<boolean> {
    if (busy.peek()) return false;
    busy.value = true;
    problem.value = null;
    const done = await work();
    if (!done.ok) problem.value = done.error;
    // What was refused because somebody was faster is seen anew; what lacks a field stays as it was typed.
    if (done.ok || done.error.code === "changed") await answer.load();
    busy.value = false;
    if (done.ok) changed();
    return done.ok;
  }

  const openDetail = () => answer.value.peek()?.detail ?? null;
  return {
    answer,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    say: ({ kind, level, name, note }) =>
      act(() => client.say(newId(), { account, kind, level, note, ...(name !== "" && { name }) })),
    end: ({ id, kind, level, name, note, at }) =>
      act(() =>
        client.say(id, {
          account,
          kind,
          level,
          note,
          at,
          endedAt: now(),
          ...(name !== null && { name }),
        }),
      ),
    openCase: (level) => act(() => client.openCase(account, level)),
    change: (patch) =>
      act(async () => {
        const detail = openDetail();
        return detail ? client.changeCase(detail, patch) : { ok: true, value: null };
      }),
    addTask: (task) =>
      act(async () => {
        const detail = openDetail();
        return detail ? client.addTask(detail.id, task) : { ok: true, value: null };
      }),
  };
}
