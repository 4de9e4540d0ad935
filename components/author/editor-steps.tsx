import type { ComponentChildren } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { freeId } from "../../lib/draft/free-id.ts";
import { blankStep } from "../../lib/draft/new-guide.ts";
import { insertStep, moveStep } from "../../lib/draft/steps.ts";
import { MESSAGES } from "../../lib/i18n/messages.ts";
import type { Step } from "../../lib/model/guide.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Icon } from "../ui/icon.tsx";
import type { EditorState } from "./editor-state.ts";
import { titleOf } from "./editor-words.ts";

/** The steps in their order. Rows are moved by dragging, by Alt and the arrow keys, or by the keys of their handle. */
export function EditorSteps(props: {
  state: EditorState;
  onOpen: () => void;
  /** Further ways to steps. */
  children?: ComponentChildren;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { state } = props;
  const { steps, kind } = state.guide.value;
  const language = state.language.value;
  const [said, setSaid] = useState("");
  const [over, setOver] = useState<string | null>(null);
  const dragged = useRef<string | null>(null);

  const errors = new Map<string, "error" | "warning">();
  for (const { step, severity } of state.findings.value) {
    if (step === null || severity === "hint" || errors.get(step) === "error") continue;
    errors.set(step, severity);
  }

  function move(id: string, to: number) {
    const bounded = Math.min(Math.max(to, 0), steps.length - 1);
    const step = steps.find((one) => one.id === id);
    if (!step || steps[bounded]?.id === id) return;
    if (!state.edit((guide) => moveStep(guide, id, bounded))) return;
    const words = { step: titleOf(i18n, step.title, language), at: bounded + 1, of: steps.length };
    setSaid(t("editor.steps.moved", words));
  }

  function add() {
    const after = state.open.peek() ?? steps.at(-1)?.id ?? null;
    const taken = new Set(steps.map(({ id }) => id));
    const title = Object.fromEntries(
      state.languages
        .peek()
        .map((one) => [
          one,
          MESSAGES[one === "ru" ? "ru" : "en"]["editor.steps.newTitle"] as string,
        ]),
    );
    const step = blankStep(kind, freeId("step", taken), title);
    if (!state.edit((guide) => insertStep(guide, step, after))) return;
    state.show(step.id);
    props.onOpen();
  }

  return (
    <div class="editor-list">
      <ol class="steps" aria-label={t("editor.steps.list")}>
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            step={step}
            index={index}
            language={language}
            open={state.open.value === step.id}
            over={over === step.id}
            mark={errors.get(step.id)}
            onOpen={(id) => {
              state.show(id);
              props.onOpen();
            }}
            onMove={move}
            onDrag={(id) => {
              dragged.current = id;
              if (id === null) setOver(null);
            }}
            onOver={setOver}
            onDrop={(at) => {
              if (dragged.current !== null) move(dragged.current, at);
              setOver(null);
            }}
          />
        ))}
      </ol>
      <p class="muted small">{t("editor.steps.keys")}</p>
      <div class="actions">
        <Button icon="plus" onClick={add}>
          {t("editor.steps.add")}
        </Button>
      </div>
      {props.children}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

interface StepRowProps {
  step: Step;
  index: number;
  language: string;
  open: boolean;
  over: boolean;
  mark: "error" | "warning" | undefined;
  onOpen: (id: string) => void;
  onMove: (id: string, to: number) => void;
  onDrag: (id: string | null) => void;
  onOver: (id: string | null) => void;
  onDrop: (at: number) => void;
}

/** Drawn anew only if what it shows has changed: a guide has up to a hundred of them, and each key typed is an edit. */
function StepRow(props: StepRowProps) {
  const latest = useRef(props);
  latest.current = props;
  const { step, index, language, open, over, mark } = props;
  const i18n = useI18n();
  return useMemo(() => {
    const { t } = i18n;
    const title = titleOf(i18n, step.title, language);
    const act = latest.current;
    return (
      <li
        class={`step-row${open ? " step-open" : ""}${over ? " step-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          latest.current.onOver(step.id);
        }}
        onDrop={(event) => {
          event.preventDefault();
          latest.current.onDrop(latest.current.index);
        }}
      >
        <button
          type="button"
          class="step-grip"
          draggable
          aria-label={t("editor.steps.drag", { step: title })}
          onDragStart={(event) => {
            event.dataTransfer?.setData("text/plain", step.id);
            act.onDrag(step.id);
          }}
          onDragEnd={() => latest.current.onDrag(null)}
          onKeyDown={(event) => moveByKey(event, latest.current, false)}
        >
          <Icon name="grip" />
        </button>
        <button
          type="button"
          class="step-name"
          aria-current={open ? "step" : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => latest.current.onOpen(step.id)}
          onKeyDown={(event) => moveByKey(event, latest.current, true)}
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
  }, [step.title, step.branch, step.id, index, language, open, over, mark, i18n]);
}

function moveByKey(event: KeyboardEvent, { step, index, onMove }: StepRowProps, alt: boolean) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (by === undefined || event.altKey !== alt) return;
  event.preventDefault();
  onMove(step.id, index + by);
}
