import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type {
  HealthDefinitions,
  HealthProfile,
  HealthSettings,
} from "../../../lib/model/health.ts";
import { DEFAULT_HEALTH } from "../../../lib/model/health-defaults.ts";
import { createResource, type Resource } from "../../ui/resource.ts";
import type { QueryError } from "../request.ts";
import type { HealthClient } from "./health-client.ts";

/** How health is measured, while somebody changes it. */
export interface DefinitionsModel {
  settings: Resource<HealthSettings, QueryError>;
  /** As it is being changed; null: nothing was loaded yet. */
  draft: ReadonlySignal<HealthDefinitions | null>;
  changed: ReadonlySignal<boolean>;
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<QueryError | null>;
  edit(change: (draft: HealthDefinitions) => HealthDefinitions): void;
  editProfile(at: number, change: (profile: HealthProfile) => HealthProfile): void;
  /** A new segment before the last one, which fits everybody: a copy of that one. */
  addProfile(id: string, name: Record<string, string>): void;
  removeProfile(at: number): void;
  /** -1: earlier, so that it is asked before. */
  moveProfile(at: number, by: -1 | 1): void;
  save(): Promise<void>;
  discard(): void;
  toDefaults(): void;
}

export function createDefinitionsModel(client: HealthClient): DefinitionsModel {
  const draft = signal<HealthDefinitions | null>(null);
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  const settings = createResource<HealthSettings, QueryError>((abort) => client.settings(abort));
  const shown = computed(() => draft.value ?? settings.value.value?.definitions ?? null);

  const edit: DefinitionsModel["edit"] = (change) => {
    const there = shown.peek();
    if (there) draft.value = change(there);
  };
  const editProfiles = (change: (profiles: HealthProfile[]) => HealthProfile[]) =>
    edit((one) => ({ ...one, profiles: change([...one.profiles]) }));

  return {
    settings,
    draft: shown,
    changed: computed(() => draft.value !== null),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    edit,
    editProfile: (at, change) =>
      editProfiles((profiles) => profiles.map((one, index) => (index === at ? change(one) : one))),
    addProfile: (id, name) =>
      editProfiles((profiles) => {
        const last = profiles.at(-1);
        return last ? [...profiles.slice(0, -1), { ...last, id, name }, last] : profiles;
      }),
    removeProfile: (at) => editProfiles((profiles) => profiles.filter((_, index) => index !== at)),
    moveProfile: (at, by) =>
      editProfiles((profiles) => {
        const [one] = profiles.splice(at, 1);
        if (one) profiles.splice(at + by, 0, one);
        return profiles;
      }),
    async save() {
      const there = settings.value.peek();
      const next = draft.peek();
      if (!there || !next || busy.peek()) return;
      busy.value = true;
      problem.value = null;
      const saved = await client.define(next, there.revision);
      busy.value = false;
      if (saved.ok) {
        settings.set(saved.value);
        if (draft.peek() === next) draft.value = null;
      } else problem.value = saved.error;
    },
    discard() {
      draft.value = null;
      problem.value = null;
      void settings.load();
    },
    toDefaults() {
      draft.value = DEFAULT_HEALTH;
    },
  };
}
