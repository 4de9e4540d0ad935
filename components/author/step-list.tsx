import { useComputed, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { moveStep } from "../../lib/draft/steps.ts";
import { useI18n } from "../ui/i18n.tsx";
import type { EditorState } from "./editor-state.ts";
import { titleOf } from "./editor-words.ts";
import { type StepActs, StepRow } from "./step-row.tsx";

/**
 * The steps in their order. Rows are moved by dragging, by Alt and the arrow keys, or by the keys of their handle. Drawn
 * anew only if the order changes; what changes in a row the row sees by itself.
 */
export function StepList(props: {
  state: EditorState;
  onOpen: () => void;
  /** Where a step stands now, in words. */
  onMoved: (words: string) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { state } = props;
  const order = useComputed(() => state.guide.value.steps.map(({ id }) => id).join("\n"));
  const steps = useComputed(() => new Map(state.guide.value.steps.map((step) => [step.id, step])));
  const marks = useComputed(() => {
    const worst = new Map<string, "error" | "warning">();
    for (const { step, severity } of state.findings.value) {
      if (step === null || severity === "hint" || worst.get(step) === "error") continue;
      worst.set(step, severity);
    }
    return worst;
  });
  const over = useSignal<string | null>(null);
  const dragged = useRef<string | null>(null);

  function move(id: string, to: number) {
    const all = state.guide.peek().steps;
    const bounded = Math.min(Math.max(to, 0), all.length - 1);
    const step = all.find((one) => one.id === id);
    if (!step || all[bounded]?.id === id) return;
    if (!state.edit((guide) => moveStep(guide, id, bounded))) return;
    const name = titleOf(i18n, step.title, state.language.peek());
    props.onMoved(t("editor.steps.moved", { step: name, at: bounded + 1, of: all.length }));
  }

  const acts = useRef<StepActs | null>(null);
  acts.current = {
    open(id) {
      state.show(id);
      props.onOpen();
    },
    move,
    drag(id) {
      dragged.current = id;
      if (id === null) over.value = null;
    },
    drop(at) {
      if (dragged.current !== null) move(dragged.current, at);
      over.value = null;
    },
  };
  const rows = useRef({ state, steps, marks, over, acts });
  return (
    <ol class="steps" aria-label={t("editor.steps.list")}>
      {order.value.split("\n").map((id, index) => (
        <StepRow key={id} id={id} index={index} list={rows.current} />
      ))}
    </ol>
  );
}
