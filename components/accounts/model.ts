import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AccountFacets, AccountList } from "../../lib/model/account.ts";
import type { AccountsInNeed, JourneyMap } from "../../lib/model/account-work.ts";
import type { HealthProfile } from "../../lib/model/health.ts";
import type { JourneyStage } from "../../lib/model/journey.ts";
import { type Address, writeAddress } from "../console/address.ts";
import type { Go } from "../console/model.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import { type AccountPageModel, createAccountPageModel } from "./account-page-model.ts";
import type { AccountsClient } from "./client.ts";
import { filterOf, questionOf } from "./filter.ts";
import { createHanding, type Handing } from "./handing.ts";

export const ACCOUNT_VIEWS = ["need", "list", "journey"] as const;
export type AccountsView = (typeof ACCOUNT_VIEWS)[number];

/** By what accounts can be told apart, with the names of stages and segments. */
export interface Choices {
  facets: AccountFacets["facets"];
  stages: readonly JourneyStage[];
  segments: readonly Pick<HealthProfile, "id" | "name">[];
}

export interface AccountsModel {
  client: AccountsClient;
  /** What the address says; `id`: of the account that is looked at. */
  address: ReadonlySignal<Address>;
  view: ReadonlySignal<AccountsView>;
  page: ReadonlySignal<AccountPageModel | null>;
  choices: Resource<Choices, QueryError>;
  need: Resource<AccountsInNeed, QueryError>;
  /** Nobody needs a person because there is nobody yet. */
  isEmpty: ReadonlySignal<boolean>;
  list: Resource<AccountList, QueryError>;
  journey: Resource<JourneyMap, QueryError>;
  handing: Handing;
  /** What the list is asked for, as the API takes it. */
  question(): Readonly<Record<string, string>>;
  loadingMore: ReadonlySignal<boolean>;
  /** Why the next page did not come; what is there stays. */
  moreError: ReadonlySignal<QueryError | null>;
  /** Another view, filter or order. Where `keep` is left out, going back does not come to every letter that was typed. */
  choose(query: Record<string, string>, keep?: boolean): void;
  /** Adds the next page. */
  more(): Promise<void>;
  /** What is in sight, and the names and numbers of filters: after something that may have changed many accounts. */
  reload(): Promise<void>;
  /** `arrived`: from another section, where anything may have been changed. */
  show(address: Address, arrived?: boolean): Promise<void>;
}

/** Accounts that are named at first in "needs a person". */
export const MOST_IN_NEED = "100";

export function createAccountsModel(
  client: AccountsClient,
  { go, now, newId }: { go: Go; now: () => number; newId: () => string },
): AccountsModel {
  const address = signal<Address>({ section: "accounts", id: null, query: {} });
  const page = signal<AccountPageModel | null>(null);
  const loadingMore = signal(false);
  const moreError = signal<QueryError | null>(null);
  const query = () => address.peek().query;
  const view = computed(
    () => ACCOUNT_VIEWS.find((one) => one === address.value.query.view) ?? "need",
  );
  const choices = createResource<Choices, QueryError>(async (abort) => {
    const [facets, journey, health] = await Promise.all([
      client.facets(abort),
      client.journey(abort),
      client.segments(abort),
    ]);
    if (!facets.ok) return facets;
    if (!journey.ok) return journey;
    if (!health.ok) return health;
    const { stages } = journey.value;
    const { profiles: segments } = health.value.definitions;
    return { ok: true, value: { facets: facets.value.facets, stages, segments } };
  });
  const isEmpty = signal(false);
  const need = createResource<AccountsInNeed, QueryError>(async (abort) => {
    const { owner = "" } = query();
    const found = await client.inNeed({ owner, limit: MOST_IN_NEED }, abort);
    if (!found.ok || found.value.total > 0 || owner !== "") return found;
    const all = await client.list({ status: "any", limit: "1" }, abort);
    if (!all.ok) return all;
    isEmpty.value = all.value.total === 0;
    return found;
  });
  const list = createResource<AccountList, QueryError>((abort) =>
    client.list(questionOf(query(), now()), abort),
  );
  const journey = createResource<JourneyMap, QueryError>((abort) => client.journeyMap(abort));

  let chosenIn = filterOf(query());
  const look = () => ({ need, list, journey })[view.peek()].load();
  const reload = async () => {
    await Promise.all([choices.load(), look()]);
  };
  const handing = createHanding(client, reload);

  /** Accounts that were chosen among others are not handed over with those of this filter. */
  function forgetChosen({ id, query }: Address): void {
    if (id !== null) return;
    const filter = filterOf(query);
    if (filter !== chosenIn) handing.choose([...handing.chosen.peek()], false);
    chosenIn = filter;
  }

  async function show(wanted: Address, arrived = false): Promise<void> {
    const before = address.peek();
    forgetChosen(wanted);
    const isHere = arrived || writeAddress(before) === writeAddress(wanted);
    address.value = wanted;
    moreError.value = null;
    if (wanted.id === null) {
      page.value = null;
      // Not for every letter that is searched for.
      const isDue = isHere || before.id !== null || choices.value.peek() === undefined;
      await (isDue ? reload() : look());
      return;
    }
    const isSame = page.peek()?.id === wanted.id;
    // Another part of the same page: all of it is there.
    if (isSame && !isHere) return;
    if (!isSame) {
      page.value = createAccountPageModel(client, wanted.id, { newId });
    }
    await page.peek()?.load();
  }

  return {
    client,
    handing,
    question: () => questionOf(query(), now()),
    address: computed(() => address.value),
    view,
    page: computed(() => page.value),
    choices,
    need,
    isEmpty: computed(() => isEmpty.value),
    list,
    journey,
    loadingMore: computed(() => loadingMore.value),
    moreError: computed(() => moreError.value),
    choose: (chosen, keep = false) =>
      go({ ...address.peek(), query: { ...query(), ...chosen } }, !keep),
    async more() {
      const view = list.view.peek();
      if (view.state !== "ready" || view.refreshing || loadingMore.peek()) return;
      const before = view.value;
      if (before.next === null) return;
      loadingMore.value = true;
      moreError.value = null;
      const next = await client.list({ ...questionOf(query(), now()), after: before.next });
      loadingMore.value = false;
      // Another filter meanwhile: this page would not join on.
      if (list.value.peek() !== before) return;
      if (next.ok) list.extend(before, joined(before, next.value));
      else moreError.value = next.error;
    },
    reload,
    show,
  };
}

/** Accounts that moved between two questions are not listed twice. */
function joined(before: AccountList, page: AccountList): AccountList {
  const known = new Set(before.items.map(({ id }) => id));
  return { ...page, items: [...before.items, ...page.items.filter(({ id }) => !known.has(id))] };
}
