import type * as z from "zod/mini";
import {
  AccountDetail,
  AccountFacets,
  AccountList,
  AccountOutcome,
  type AccountPatch,
  AccountPeople,
} from "../../lib/model/account.ts";
import { AccountReview } from "../../lib/model/account-review.ts";
import {
  AccountHistory,
  AccountsInNeed,
  AccountUse,
  JourneyMap,
} from "../../lib/model/account-work.ts";
import { HealthSettings } from "../../lib/model/health.ts";
import { AccountHealth } from "../../lib/model/health-report.ts";
import { Journey } from "../../lib/model/journey.ts";
import {
  type Reassigned,
  type Reassignment,
  ReassignmentDone,
  ReassignmentUndone,
} from "../../lib/model/reassignment.ts";
import { type NewTask, Task, TaskList, type TaskPatch } from "../../lib/model/task.ts";
import { type NewTouch, Touch } from "../../lib/model/touch.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

export type Answer<T> = Promise<Outcome<T, QueryError>>;
type Query = Readonly<Record<string, string>>;

/** What is asked and told about accounts, in somebody's name; none of it throws. */
export interface AccountsClient {
  list(query: Query, signal?: AbortSignal): Answer<AccountList>;
  facets(signal: AbortSignal): Answer<AccountFacets>;
  /** Under which names segments of health are known. */
  segments(signal: AbortSignal): Answer<HealthSettings>;
  inNeed(query: Query, signal: AbortSignal): Answer<AccountsInNeed>;
  journey(signal: AbortSignal): Answer<Journey>;
  journeyMap(signal: AbortSignal): Answer<JourneyMap>;
  writeJourney(journey: Journey): Answer<unknown>;
  account(id: string, signal?: AbortSignal): Answer<AccountDetail>;
  people(id: string, signal: AbortSignal): Answer<AccountPeople>;
  use(id: string, signal: AbortSignal): Answer<AccountUse>;
  health(id: string, signal: AbortSignal): Answer<AccountHealth>;
  review(id: string, signal: AbortSignal): Answer<AccountReview>;
  history(id: string, after: string | null, signal?: AbortSignal): Answer<AccountHistory>;
  tasks(query: Query, signal?: AbortSignal): Answer<TaskList>;
  /** `seen`: when the newest of the fields was changed, as it was read; refused if that is another by now. */
  change(id: string, patch: z.input<typeof AccountPatch>, seen: number): Answer<unknown>;
  /** As what a sync says, so that the next one may say otherwise. */
  giveBack(id: string, patch: z.input<typeof AccountPatch>): Answer<unknown>;
  handOver(order: Reassignment): Answer<ReassignmentDone>;
  undoHandOver(before: Reassigned): Answer<ReassignmentUndone>;
  touch(account: string, id: string, touch: z.input<typeof NewTouch>): Answer<unknown>;
  makeTask(id: string, task: z.input<typeof NewTask>): Answer<unknown>;
  changeTask(id: string, patch: z.input<typeof TaskPatch>): Answer<Task>;
}

export function createAccountsClient(
  session: { server: string; token: string },
  request: typeof fetch,
): AccountsClient {
  const ask = createAskServer(session, request);
  const at = (id: string, rest = "") => `/v1/accounts/${encodeURIComponent(id)}${rest}`;
  const told = (query: Query) => {
    const said = Object.entries(query).filter(([, value]) => value !== "");
    return new URLSearchParams(said).toString();
  };
  const when = (signal: AbortSignal | undefined) => (signal ? { signal } : {});
  return {
    list: (query, signal) => ask(`/v1/accounts?${told(query)}`, AccountList, when(signal)),
    facets: (signal) => ask("/v1/accounts/facets", AccountFacets, { signal }),
    segments: (signal) => ask("/v1/settings/health", HealthSettings, { signal }),
    inNeed: (query, signal) =>
      ask(`/v1/query/accounts/attention?${told(query)}`, AccountsInNeed, { signal }),
    journey: (signal) => ask("/v1/journey", Journey, { signal }),
    journeyMap: (signal) => ask("/v1/query/journey", JourneyMap, { signal }),
    writeJourney: (body) => ask("/v1/journey", Journey, { method: "PUT", body }),
    account: (id, signal) => ask(at(id), AccountDetail, when(signal)),
    people: (id, signal) => ask(at(id, "/people?limit=500"), AccountPeople, { signal }),
    use: (id, signal) => ask(at(id, "/use"), AccountUse, { signal }),
    health: (id, signal) => ask(at(id, "/health"), AccountHealth, { signal }),
    review: (id, signal) =>
      ask(`/v1/query/accounts/${encodeURIComponent(id)}/review`, AccountReview, { signal }),
    history: (id, after, signal) =>
      ask(
        at(id, `/history?${told({ limit: "30", after: after ?? "" })}`),
        AccountHistory,
        when(signal),
      ),
    tasks: (query, signal) => ask(`/v1/tasks?${told(query)}`, TaskList, when(signal)),
    change: (id, body, seen) =>
      ask(at(id, `?as=hand&seen=${seen}`), AccountOutcome, { method: "PUT", body }),
    giveBack: (id, body) =>
      ask(at(id, "?as=api&overwrite=true"), AccountOutcome, { method: "PUT", body }),
    handOver: (body) => ask("/v1/accounts/reassign", ReassignmentDone, { method: "POST", body }),
    undoHandOver: (body) =>
      ask("/v1/accounts/reassign/undo", ReassignmentUndone, { method: "POST", body }),
    touch: (account, id, body) =>
      ask(at(account, `/touches/${id}?as=hand`), Touch, { method: "PUT", body }),
    makeTask: (id, body) => ask(`/v1/tasks/${id}?as=hand`, Task, { method: "PUT", body }),
    changeTask: (id, body) =>
      ask(`/v1/tasks/${encodeURIComponent(id)}/change?as=hand`, Task, { method: "POST", body }),
  };
}
