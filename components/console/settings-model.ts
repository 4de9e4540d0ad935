import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Environment } from "../../lib/model/environment.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import type { QueryError } from "./request.ts";
import type { NewKey, SettingsClient, WriteKey } from "./settings-client.ts";

export interface Settings {
  /** Somebody else must approve a draft before it goes to production. */
  review: boolean;
  /** Those in force, the newest first. Null: only administrators may see them, and change anything here. */
  keys: readonly WriteKey[] | null;
}

export type SettingsBusy = { what: "review" | "make" } | { what: "revoke"; key: string };

/** What a workspace has settled about publication. */
export interface SettingsModel {
  settings: Resource<Settings, QueryError>;
  busy: ReadonlySignal<SettingsBusy | null>;
  /** Of the last change. */
  problem: ReadonlySignal<QueryError | null>;
  /** The key that was made last, with its secret, until it is put away. */
  made: ReadonlySignal<NewKey | null>;
  requireReview(required: boolean): Promise<void>;
  /** True if there is one now. */
  makeKey(name: string, environment: Environment): Promise<boolean>;
  revokeKey(id: string): Promise<void>;
  putAway(): void;
}

export function createSettingsModel(client: SettingsClient): SettingsModel {
  const busy = signal<SettingsBusy | null>(null);
  const problem = signal<QueryError | null>(null);
  const made = signal<NewKey | null>(null);
  const settings = createResource<Settings, QueryError>(async (abort) => {
    const [review, keys] = await Promise.all([client.reviewRequired(abort), client.keys(abort)]);
    if (!review.ok) return review;
    if (!keys.ok && keys.error.code !== "forbidden") return keys;
    return {
      ok: true,
      value: { review: review.value, keys: keys.ok ? inForce(keys.value) : null },
    };
  });

  /** One thing at a time; what holds now is asked for afterwards. */
  async function act<T>(
    what: SettingsBusy,
    work: () => Promise<Outcome<T, QueryError>>,
    then?: (value: T) => void,
  ): Promise<boolean> {
    if (busy.peek() !== null) return false;
    busy.value = what;
    problem.value = null;
    const answer = await work();
    if (answer.ok) then?.(answer.value);
    else problem.value = answer.error;
    await settings.load();
    busy.value = null;
    return answer.ok;
  }

  return {
    settings,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    made: computed(() => made.value),
    async requireReview(required) {
      await act({ what: "review" }, () => client.requireReview(required));
    },
    makeKey: (name, environment) =>
      act(
        { what: "make" },
        () => client.makeKey(name, environment),
        (key) => {
          made.value = key;
        },
      ),
    async revokeKey(id) {
      await act(
        { what: "revoke", key: id },
        () => client.revokeKey(id),
        () => {
          if (made.peek()?.id === id) made.value = null;
        },
      );
    },
    putAway() {
      made.value = null;
    },
  };
}

function inForce(keys: readonly WriteKey[]): WriteKey[] {
  return keys
    .filter(({ revokedAt }) => revokedAt === null)
    .toSorted((a, b) => b.createdAt - a.createdAt);
}
