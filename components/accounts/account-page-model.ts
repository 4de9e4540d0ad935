import type * as z from "zod/mini";
import type { AccountDetail, AccountPatch, AccountPeople } from "../../lib/model/account.ts";
import type { AccountReview } from "../../lib/model/account-review.ts";
import type { Champion } from "../../lib/model/account-value.ts";
import type { AccountHistory, AccountUse } from "../../lib/model/account-work.ts";
import type { AccountHealth } from "../../lib/model/health-report.ts";
import type { JourneyStage } from "../../lib/model/journey.ts";
import type { NewTask, Task, TaskPatch } from "../../lib/model/task.ts";
import type { NewTouch } from "../../lib/model/touch.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import { type Acts, createActs } from "./act.ts";
import type { AccountsClient } from "./client.ts";

type Patch = z.input<typeof AccountPatch>;

/** What the page of an account says at a glance. */
export interface AccountAtGlance {
  account: AccountDetail;
  health: AccountHealth;
  stages: readonly JourneyStage[];
  people: AccountPeople["people"];
  use: AccountUse;
  /** Open ones, what is due first at the top. */
  tasks: readonly Task[];
}

/** Open tasks that are read with their texts. */
const MOST_TASKS = "500";

export interface AccountPageModel extends Omit<Acts, "act"> {
  id: string;
  glance: Resource<AccountAtGlance, QueryError>;
  history: Resource<AccountHistory, QueryError>;
  /** The last weeks, as they are shown to the client. */
  review: Resource<AccountReview, QueryError>;
  load(): Promise<void>;
  /** Adds older entries of the history; what is there stays when they do not come. */
  older(): Promise<void>;
  /** Refused if somebody else changed these values since they were read; what holds then is asked for. */
  change(patch: Patch): Promise<boolean>;
  /** Takes what a sync said in place of a correction, and lets the next sync say otherwise. */
  giveBack(patch: Patch): Promise<boolean>;
  champion(change: (champions: readonly Champion[]) => Champion[]): Promise<boolean>;
  touch(touch: z.input<typeof NewTouch>): Promise<boolean>;
  makeTask(task: Omit<z.input<typeof NewTask>, "account">): Promise<boolean>;
  changeTask(id: string, patch: z.input<typeof TaskPatch>): Promise<boolean>;
}

export function createAccountPageModel(
  client: AccountsClient,
  id: string,
  { newId }: { newId: () => string },
): AccountPageModel {
  const glance = createResource<AccountAtGlance, QueryError>((abort) => look(client, id, abort));
  const history = createResource<AccountHistory, QueryError>((abort) =>
    client.history(id, null, abort),
  );
  const review = createResource<AccountReview, QueryError>((abort) => client.review(id, abort));
  const load = async () => {
    await Promise.all([glance.load(), history.load(), review.load()]);
  };
  const { act, busy, problem } = createActs(load);
  const correct = (patch: Patch) =>
    client.change(id, patch, newestChange(glance.value.peek()?.account.sources ?? {}, patch));
  return {
    id,
    glance,
    history,
    review,
    load,
    busy,
    problem,
    async older() {
      const before = history.value.peek();
      if (!before?.next) return;
      await act(async () => {
        const next = await client.history(id, before.next);
        if (next.ok) {
          history.extend(before, { ...next.value, items: [...before.items, ...next.value.items] });
        }
        return next;
      }, true);
    },
    change: (patch) => act(() => correct(patch)),
    giveBack: (patch) => act(() => client.giveBack(id, patch)),
    champion: (change) =>
      act(() => correct({ champions: change(glance.value.peek()?.account.champions ?? []) })),
    touch: (touch) => act(() => client.touch(id, newId(), touch)),
    makeTask: (task) => act(() => client.makeTask(newId(), { ...task, account: id })),
    changeTask: (task, patch) => act(() => client.changeTask(task, patch)),
  };
}

/** When the newest of these values was changed, epoch ms; 0: never. */
function newestChange(sources: AccountDetail["sources"], { custom = {}, ...plain }: Patch): number {
  const fields = [...Object.keys(plain), ...Object.keys(custom).map((name) => `custom.${name}`)];
  return Math.max(0, ...fields.map((field) => sources[field]?.at ?? 0));
}

async function look(
  client: AccountsClient,
  id: string,
  abort: AbortSignal,
): Promise<Outcome<AccountAtGlance, QueryError>> {
  const [account, health, journey, people, use, tasks] = await Promise.all([
    client.account(id, abort),
    client.health(id, abort),
    client.journey(abort),
    client.people(id, abort),
    client.use(id, abort),
    client.tasks({ account: id, limit: MOST_TASKS }, abort),
  ]);
  if (!account.ok) return account;
  if (!health.ok) return health;
  if (!journey.ok) return journey;
  if (!people.ok) return people;
  if (!use.ok) return use;
  if (!tasks.ok) return tasks;
  return {
    ok: true,
    value: {
      account: account.value,
      health: health.value,
      stages: journey.value.stages,
      people: people.value.people,
      use: use.value,
      tasks: tasks.value.items,
    },
  };
}
