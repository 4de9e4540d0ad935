import { useEffect, useRef } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { OpenEditor } from "./editor-model.ts";
import type { EditorPage } from "./editor-page.ts";
import { PageChoice } from "./editor-page-parts.tsx";
import type { RecordModel } from "./record-model.ts";
import { RecordProblem, RecordRunning, RecordState } from "./record-running.tsx";

export interface EditorRecordProps {
  editor: Pick<OpenEditor, "state" | "keeping">;
  record: RecordModel;
  page: EditorPage;
  onOpenOptions: () => void;
}

/** Records further steps for the guide that is open, behind the step that is. W14. */
export function EditorRecord({ editor, record, page, onOpenOptions }: EditorRecordProps) {
  const { t } = useI18n();
  const { state, keeping } = editor;
  const { id, steps } = state.guide.value;
  const view = record.data.view.value;
  const status = view.state === "ready" && view.value?.into === id ? view.value : null;
  const chosen = page.chosen.value;
  const before = useRef<ReadonlySet<string> | null>(null);

  useEffect(() => {
    record.showTab(chosen && { id: chosen.tab, url: chosen.url });
  }, [chosen?.tab, chosen?.url]);
  useEffect(() => {
    if (status) before.current ??= new Set(steps.map((step) => step.id));
    const first = !status && steps.find((step) => before.current && !before.current.has(step.id));
    if (!first) return;
    before.current = null;
    state.show(first.id);
  }, [status === null, steps]);

  async function begin() {
    // What is recorded goes into the draft of this device.
    keeping.change();
    record.putInto(id, state.open.peek() ?? steps.at(-1)?.id ?? null);
    await record.record();
    if (record.problem.peek() === null) await page.show();
  }

  if (status) {
    return (
      <section class="editor-record stack" aria-labelledby="editor-record-title">
        <div class="row-note">
          <h3 id="editor-record-title">{t("editor.record.title")}</h3>
          <RecordState status={status} />
        </div>
        {!page.beside && <p class="muted">{t("editor.record.there")}</p>}
        <RecordProblem model={record} onOpenOptions={onOpenOptions} />
        <RecordRunning model={record} status={status} finish={t("editor.record.finish")} />
      </section>
    );
  }
  return (
    <div class="stack">
      <PageChoice page={page} />
      <RecordProblem model={record} onOpenOptions={onOpenOptions} />
      <div class="actions">
        <Button
          icon="record"
          busy={record.busy.value === "begin"}
          onClick={() => void begin()}
          describedBy="editor-record-hint"
        >
          {t("editor.record")}
        </Button>
      </div>
      <p id="editor-record-hint" class="muted small">
        {t("editor.record.hint")}
      </p>
    </div>
  );
}
