import { type ReadonlySignal, type Signal, useComputed } from "@preact/signals";
import type { RefObject } from "preact";
import type { Step } from "../../lib/model/guide.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Icon } from "../ui/icon.tsx";
import type { EditorState } from "./editor-state.ts";
import { titleOf } from "./editor-words.ts";

/** What can be done with a row. */
export interface StepActs {
  open(id: string): void;
  move(id: string, to: number): void;
  /** null: it was let go. */
  drag(id: string | null): void;
  drop(at: number): void;
}

/** What the rows of a list have in common; the same object as long as the list is there. */
export interface StepRows {
  state: EditorState;
  steps: ReadonlySignal<ReadonlyMap<string, Step>>;
  /** The worst that was found in a step. */
  marks: ReadonlySignal<ReadonlyMap<string, "error" | "warning">>;
  /** Over which one another is dragged. */
  over: Signal<string | null>;
  acts: RefObject<StepActs | null>;
}

/**
 * A step in the list. Drawn anew only if something that it shows has changed, because it sees to that itself: a guide has
 * up to a hundred of them, and each key typed is an edit. A list that passes some rows by when it is drawn would do the
 * same, and would keep in memory every list that was ever drawn: nodes that are passed by lead from one to the next.
 */
export function StepRow({ id, index, list }: { id: string; index: number; list: StepRows }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { state, over, acts } = list;
  const step = useComputed(() => list.steps.value.get(id)).value;
  const mark = useComputed(() => list.marks.value.get(id)).value;
  const isOpen = useComputed(() => state.open.value === id).value;
  const isOver = useComputed(() => over.value === id).value;
  if (!step) return null;
  const title = titleOf(i18n, step.title, state.language.value);
  const moveByKey = (event: KeyboardEvent, alt: boolean) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || event.altKey !== alt) return;
    event.preventDefault();
    acts.current?.move(id, index + by);
  };
  return (
    <li
      class={`step-row${isOpen ? " step-open" : ""}${isOver ? " step-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = id;
      }}
      onDrop={(event) => {
        event.preventDefault();
        acts.current?.drop(index);
      }}
    >
      <button
        type="button"
        class="step-grip"
        draggable
        aria-label={t("editor.steps.drag", { step: title })}
        onDragStart={(event) => {
          event.dataTransfer?.setData("text/plain", id);
          acts.current?.drag(id);
        }}
        onDragEnd={() => acts.current?.drag(null)}
        onKeyDown={(event) => moveByKey(event, false)}
      >
        <Icon name="grip" />
      </button>
      <button
        type="button"
        class="step-name"
        aria-current={isOpen ? "step" : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={() => acts.current?.open(id)}
        onKeyDown={(event) => moveByKey(event, true)}
      >
        <span class="step-number">{index + 1}</span>
        <span class="step-title">{title}</span>
        <span class="step-marks">
          {step.branch && <span class="step-note">{t("editor.steps.branches")}</span>}
          {mark && (
            <span
              class={`step-mark step-mark-${mark}`}
              role="img"
              aria-label={t(`editor.check.${mark}`)}
            >
              <Icon name="warning" />
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
