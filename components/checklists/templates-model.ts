import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type {
  ChecklistSettings,
  ChecklistStep,
  ChecklistTemplate,
} from "../../lib/model/checklist.ts";
import type { QueryError } from "../console/request.ts";
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
  const draft = signal<readonly ChecklistTemplate[] | null>(null);
  const busy = signal(false);
  const lacking = signal(false);
  const problem = signal<QueryError | null>(null);
  const settings = createResource<ChecklistSettings, QueryError>((abort) =>
    client.templates(abort),
  );
  const shown = computed(() => draft.value ?? settings.value.value?.templates ?? []);

  const edit: TemplatesModel["edit"] = (id, change) => {
    draft.value = shown.peek().map((one) => (one.id === id ? change(one) : one));
  };
  const editSteps = (id: string, change: (steps: ChecklistStep[]) => ChecklistStep[]) =>
    edit(id, (one) => ({ ...one, steps: change([...one.steps]) }));

  return {
    client,
    settings,
    templates: shown,
    changed: computed(() => draft.value !== null),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    lacking: computed(() => lacking.value),
    add(template) {
      draft.value = [...shown.peek(), template];
    },
    remove(id) {
      draft.value = shown.peek().filter((one) => one.id !== id);
    },
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
      const there = settings.value.peek();
      const next = draft.peek();
      if (!there || !next || busy.peek()) return;
      lacking.value = next.some(isLacking);
      if (lacking.peek()) return;
      busy.value = true;
      problem.value = null;
      const saved = await client.write({ templates: [...next] }, there.revision);
      busy.value = false;
      if (saved.ok) {
        settings.set(saved.value);
        if (draft.peek() === next) draft.value = null;
      } else problem.value = saved.error;
    },
    discard() {
      draft.value = null;
      problem.value = null;
      lacking.value = false;
      void settings.load();
    },
  };
}

function isLacking({ name, steps }: ChecklistTemplate): boolean {
  const isEmpty = (texts: ChecklistTemplate["name"]) =>
    Object.values(texts).some((text) => text.trim() === "");
  return steps.length === 0 || isEmpty(name) || steps.some(({ text }) => isEmpty(text));
}
