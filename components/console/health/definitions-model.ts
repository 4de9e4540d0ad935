import type { ReadonlySignal } from "@preact/signals";
import type {
  HealthDefinitions,
  HealthProfile,
  HealthSettings,
} from "../../../lib/model/health.ts";
import { DEFAULT_HEALTH } from "../../../lib/model/health-defaults.ts";
import { createResource, type Resource } from "../../ui/resource.ts";
import type { QueryError } from "../request.ts";
import { createSettingsDraft } from "../settings-draft.ts";
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
  const settings = createResource<HealthSettings, QueryError>((abort) => client.settings(abort));
  const draft = createSettingsDraft(settings, {
    of: ({ definitions }) => definitions,
    write: (next: HealthDefinitions, revision) => client.define(next, revision),
  });
  const { edit } = draft;
  const editProfiles = (change: (profiles: HealthProfile[]) => HealthProfile[]) =>
    edit((one) => ({ ...one, profiles: change([...one.profiles]) }));

  return {
    settings,
    draft: draft.shown,
    changed: draft.changed,
    busy: draft.busy,
    problem: draft.problem,
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
    save: draft.save,
    discard: draft.discard,
    toDefaults: () => edit(() => DEFAULT_HEALTH),
  };
}
