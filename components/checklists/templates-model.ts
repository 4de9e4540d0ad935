import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type {
  ChecklistSettings,
  ChecklistStep,
  ChecklistTemplate,
} from "../../lib/model/checklist.ts";
import type { QueryError } from "../console/request.ts";
import { createSettingsDraft } from "../console/settings-draft.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { ChecklistsClient } from "./client.ts";

/** The templates of a workspace, while somebody changes them. */
export interface TemplatesModel {
  client: ChecklistsClient;
  settings: Resource<ChecklistSettings, QueryError>;
  /** As they are being changed. */
  templates: ReadonlySignal<readonly ChecklistTemplate[]>;
  changed: ReadonlySignal<boolean>;
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<QueryError | null>;
  /** Saving was tried while something has no text yet. */
  lacking: ReadonlySignal<boolean>;
  add(template: ChecklistTemplate): void;
  remove(id: string): void;
  edit(id: string, change: (template: ChecklistTemplate) => ChecklistTemplate): void;
  editStep(id: string, at: number, change: Partial<ChecklistStep>): void;
  removeStep(id: string, at: number): void;
  /** -1: earlier. */
  moveStep(id: string, at: number, by: -1 | 1): void;
  save(): Promise<void>;
  discard(): void;
}

export function createTemplatesModel(client: ChecklistsClient): TemplatesModel {
  const lacking = signal(false);
  const settings = createResource<ChecklistSettings, QueryError>((abort) =>
    client.templates(abort),
  );
  const draft = createSettingsDraft(settings, {
    of: ({ templates }): readonly ChecklistTemplate[] => templates,
    write: (next, revision) => client.write({ templates: [...next] }, revision),
  });

  const edit: TemplatesModel["edit"] = (id, change) =>
    draft.edit((all) => all.map((one) => (one.id === id ? change(one) : one)));
  const editSteps = (id: string, change: (steps: ChecklistStep[]) => ChecklistStep[]) =>
    edit(id, (one) => ({ ...one, steps: change([...one.steps]) }));

  return {
    client,
    settings,
    templates: computed(() => draft.shown.value ?? []),
    changed: draft.changed,
    busy: draft.busy,
    problem: draft.problem,
    lacking: computed(() => lacking.value),
    add: (template) => draft.edit((all) => [...all, template]),
    remove: (id) => draft.edit((all) => all.filter((one) => one.id !== id)),
    edit,
    editStep: (id, at, change) =>
      editSteps(id, (steps) =>
        steps.map((one, index) => (index === at ? { ...one, ...change } : one)),
      ),
    removeStep: (id, at) => editSteps(id, (steps) => steps.filter((_, index) => index !== at)),
    moveStep: (id, at, by) =>
      editSteps(id, (steps) => {
        const [one] = steps.splice(at, 1);
        if (one) steps.splice(at + by, 0, one);
        return steps;
      }),
    async save() {
      lacking.value = (draft.shown.peek() ?? []).some(isLacking);
      if (!lacking.peek()) await draft.save();
    },
    discard() {
      lacking.value = false;
      draft.discard();
    },
  };
}

function isLacking({ name, steps }: ChecklistTemplate): boolean {
  const isEmpty = (texts: ChecklistTemplate["name"]) =>
    Object.values(texts).some((text) => text.trim() === "");
  return steps.length === 0 || isEmpty(name) || steps.some(({ text }) => isEmpty(text));
}
