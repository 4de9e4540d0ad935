import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { UserSignals } from "../../lib/model/query.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { ConsoleClient, QueryError } from "./client.ts";

export type Person = UserSignals["users"][number];

export interface PeopleReport {
  /** All pages that were loaded, as one. */
  report: Resource<UserSignals, QueryError>;
  search: ReadonlySignal<string>;
  /** Those loaded whom the search fits. */
  shown: ReadonlySignal<Person[]>;
  loadingMore: ReadonlySignal<boolean>;
  /** Why the next page did not come; what is there stays. */
  moreError: ReadonlySignal<QueryError | null>;
  find(text: string): void;
  more(): Promise<void>;
}

export function createPeopleReport(client: ConsoleClient): PeopleReport {
  const search = signal("");
  const loadingMore = signal(false);
  const moreError = signal<QueryError | null>(null);
  const report = createResource<UserSignals, QueryError>((abort) => client.people(null, abort));

  return {
    report,
    search: computed(() => search.value),
    shown: computed(() => {
      const wanted = search.value.trim().toLocaleLowerCase();
      const users = report.value.value?.users ?? [];
      return users.filter(({ user, account }) =>
        `${user}\n${account ?? ""}`.toLocaleLowerCase().includes(wanted),
      );
    }),
    loadingMore: computed(() => loadingMore.value),
    moreError: computed(() => moreError.value),
    find(text) {
      search.value = text;
    },
    async more() {
      const before = report.value.peek();
      if (!before?.next || loadingMore.peek()) return;
      loadingMore.value = true;
      moreError.value = null;
      const page = await client.people(before.next, new AbortController().signal);
      loadingMore.value = false;
      // A refresh meanwhile began from the first page again: this page would not join on.
      if (report.value.peek() !== before) return;
      if (page.ok) report.extend(before, joined(before, page.value));
      else moreError.value = page.error;
    },
  };
}

/** People who moved between two questions are not listed twice. */
function joined(before: UserSignals, page: UserSignals): UserSignals {
  const known = new Set(before.users.map(({ user }) => user));
  return {
    ...page,
    users: [...before.users, ...page.users.filter(({ user }) => !known.has(user))],
  };
}
