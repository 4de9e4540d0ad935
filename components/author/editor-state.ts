import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Edited, EditProblem, Lost } from "../../lib/draft/edited.ts";
import { begin, type History, record, redo, undo } from "../../lib/draft/history.ts";
import { languagesOf, mainLanguage } from "../../lib/draft/languages.ts";
import { type Finding, lint } from "../../lib/draft/lint.ts";
import type { Guide, Step } from "../../lib/model/guide.ts";

export type Edit = (guide: Guide) => Edited;

/** What the author is told after an edit. */
export interface Told {
  lost: readonly Lost[];
  problem: EditProblem | null;
}

const NOTHING: Told = { lost: [], problem: null };

/** The guide in the editor, with everything that was done to it. */
export interface EditorState {
  guide: ReadonlySignal<Guide>;
  languages: ReadonlySignal<string[]>;
  findings: ReadonlySignal<Finding[]>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  told: ReadonlySignal<Told>;
  /** The language that texts are shown in. */
  language: ReadonlySignal<string>;
  /** The step that is open; null: none. */
  open: ReadonlySignal<string | null>;
  openStep: ReadonlySignal<Step | null>;
  /** With `place`, such as a field, typing becomes one change. False: it was refused. */
  edit(edit: Edit, place?: string): boolean;
  undo(): void;
  redo(): void;
  closeTold(): void;
  show(step: string | null): void;
  /** A language may be shown before it has any text. */
  speak(language: string): void;
  /** Another guide takes the place of this one, as a change that can be undone. */
  replace(guide: Guide): void;
  /** Another guide, and nothing that could be undone. */
  restart(guide: Guide): void;
}

/** `now`: epoch ms. `onChange` is called after each change of the guide. */
export function createEditorState(
  start: Guide,
  now: () => number,
  onChange: (guide: Guide) => void,
): EditorState {
  const history = signal<History<Guide>>(begin(start));
  const guide = computed(() => history.value.present);
  const told = signal<Told>(NOTHING);
  const shown = signal<string | null>(null);
  const open: Signal<string | null> = signal(start.steps[0]?.id ?? null);
  const languages = computed(() => {
    const found = languagesOf(guide.value);
    return shown.value && !found.includes(shown.value) ? [...found, shown.value] : found;
  });

  function become(next: History<Guide>) {
    const before = history.peek().present;
    batch(() => {
      history.value = next;
      keepOpen(before);
    });
    if (next.present !== before) onChange(next.present);
  }

  /** If the open step went, the one in its place is opened; if one came alone, that one. */
  function keepOpen(before: Guide) {
    const { steps } = guide.peek();
    const id = open.peek();
    if (id === null || steps.some((step) => step.id === id)) return;
    const place = before.steps.findIndex((step) => step.id === id);
    open.value = (steps[place] ?? steps.at(-1))?.id ?? null;
  }

  return {
    guide,
    languages,
    findings: computed(() => lint(guide.value)),
    canUndo: computed(() => history.value.past !== null),
    canRedo: computed(() => history.value.future !== null),
    told: computed(() => told.value),
    language: computed(() => {
      const wanted = shown.value ?? mainLanguage(guide.value);
      return languages.value.includes(wanted) ? wanted : mainLanguage(guide.value);
    }),
    open: computed(() => open.value),
    openStep: computed(() => guide.value.steps.find(({ id }) => id === open.value) ?? null),
    edit(edit, place) {
      const answer = edit(guide.peek());
      if (!answer.ok) {
        told.value = { lost: [], problem: answer.problem };
        return false;
      }
      batch(() => {
        told.value = answer.lost.length > 0 ? { lost: answer.lost, problem: null } : NOTHING;
        become(record(history.peek(), answer.guide, now(), place));
      });
      return true;
    },
    undo: () => become(undo(history.peek())),
    redo: () => become(redo(history.peek())),
    closeTold: () => {
      told.value = NOTHING;
    },
    show: (step) => {
      open.value = step;
    },
    speak: (language) => {
      shown.value = language;
    },
    replace: (next) => become(record(history.peek(), next, now())),
    restart: (next) => {
      batch(() => {
        history.value = begin(next);
        told.value = NOTHING;
        open.value = next.steps[0]?.id ?? null;
      });
    },
  };
}
