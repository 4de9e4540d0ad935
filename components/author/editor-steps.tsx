import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { freeId } from "../../lib/draft/free-id.ts";
import { blankStep } from "../../lib/draft/new-guide.ts";
import { insertStep } from "../../lib/draft/steps.ts";
import { MESSAGES } from "../../lib/i18n/messages.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { EditorState } from "./editor-state.ts";
import { StepList } from "./step-list.tsx";

/**
 * The steps, and ways to more of them. Not drawn anew when a step changes or is opened: nodes that are handed in
 * (`children`) and drawn again keep the list in which they were drawn first, and with it every one since.
 */
export function EditorSteps(props: {
  state: EditorState;
  onOpen: () => void;
  /** Further ways to steps. */
  children?: ComponentChildren;
}) {
  const { t } = useI18n();
  const { state } = props;
  const said = useSignal("");

  function add() {
    const { steps, kind } = state.guide.peek();
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
      <StepList
        state={state}
        onOpen={props.onOpen}
        onMoved={(words) => {
          said.value = words;
        }}
      />
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
