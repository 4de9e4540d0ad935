import { useEffect, useState } from "preact/hooks";
import { QueryProblem } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Toast } from "../ui/toast.tsx";
import { AudienceContext } from "./audience-size.tsx";
import { ChoicesContext } from "./condition-names.ts";
import { EditorCheck } from "./editor-check.tsx";
import { EditorConflict } from "./editor-conflict.tsx";
import { EditorExport } from "./editor-export.tsx";
import { EditorHead } from "./editor-head.tsx";
import type { EditorModel, OpenEditor } from "./editor-model.ts";
import type { EditorPage } from "./editor-page.ts";
import { EditorPublish } from "./editor-publish.tsx";
import { EditorRecord } from "./editor-record.tsx";
import { EditorSettings } from "./editor-settings.tsx";
import { StepForm } from "./editor-step-form.tsx";
import { EditorSteps } from "./editor-steps.tsx";
import { EditorTranslations } from "./editor-translations.tsx";
import { EditorVersions } from "./editor-versions.tsx";
import { refusalOf, titleOf } from "./editor-words.ts";
import { ExperimentContext } from "./experiment-field.tsx";
import type { RecordModel } from "./record-model.ts";
import { SendingPictures } from "./sending-pictures.tsx";

const PARTS = ["steps", "settings", "check", "versions"] as const;
type EditorPart = (typeof PARTS)[number];

export interface EditorScreenProps {
  model: EditorModel;
  onBack: () => void;
  onOpenConsole: () => void;
  onOpenOptions: () => void;
  /** The page that steps get something of. */
  page: EditorPage;
  record: RecordModel;
  /** There is a page beside it, on which the guide can be tried. */
  onTry?: (() => void) | undefined;
}

/** One guide to be edited: in a tab of its own, or in the side panel. */
export function EditorScreen(props: EditorScreenProps) {
  const { t } = useI18n();
  const { model, onBack, onOpenConsole } = props;
  const view = model.view.value;
  if (view.state === "ready") {
    return (
      <ExperimentContext.Provider value={model.addExperiment.value}>
        <AudienceContext.Provider value={model.audience.value}>
          <ChoicesContext.Provider value={model.choices.value}>
            <Opened {...props} editor={view.editor} />
          </ChoicesContext.Provider>
        </AudienceContext.Provider>
      </ExperimentContext.Provider>
    );
  }
  return (
    <main class="editor">
      {view.state === "loading" && <Skeleton lines={8} />}
      {view.state === "missing" && (
        <EmptyState title={t("editor.missing.title")} hint={t("editor.missing.hint")}>
          <Button kind="primary" onClick={onBack}>
            {t("editor.back")}
          </Button>
        </EmptyState>
      )}
      {view.state === "failed" && (
        <QueryProblem
          error={view.error}
          context={{ server: model.session.value?.server ?? "", onSignIn: onOpenConsole }}
          onRetry={() => void model.load()}
        />
      )}
    </main>
  );
}

function Opened(props: EditorScreenProps & { editor: OpenEditor }) {
  const { t } = useI18n();
  const { editor, model, page, record, onOpenOptions } = props;
  const { state, remote } = editor;
  const session = model.session.value;
  const conflict = editor.conflict.value;
  const [part, setPart] = useState<EditorPart>("steps");
  const [inForm, setInForm] = useState(false);
  const [taken, setTaken] = useState<number | null>(null);
  useUndoKeys(state.undo, state.redo, conflict !== null);

  const openStep = (id: string) => {
    state.show(id);
    setPart("steps");
    setInForm(true);
  };
  const around = {
    editor,
    session,
    signIn: (token: string) => model.signIn(token),
    onOpenConsole: props.onOpenConsole,
    onOpenStep: openStep,
  };
  const views = {
    steps: () => (
      <div class={`editor-columns${inForm ? " in-form" : ""}`}>
        <EditorSteps state={state} onOpen={() => setInForm(true)}>
          <EditorRecord {...{ editor, record, page, onOpenOptions }} />
        </EditorSteps>
        <StepForm
          {...{ state, page, onOpenOptions }}
          pictures={model.pictures}
          onBack={() => setInForm(false)}
        />
      </div>
    ),
    settings: () => <EditorSettings state={state} />,
    check: () => (
      <div class="stack">
        <EditorPublish {...around} />
        <SendingPictures pictures={model.pictures} />
        <EditorCheck
          state={state}
          onOpenStep={openStep}
          onOpenSettings={() => setPart("settings")}
        />
        <EditorExport guide={state.guide.value} pictures={model.pictures} />
        <EditorTranslations state={state} />
      </div>
    ),
    versions: () => <EditorVersions {...around} onTake={setTaken} />,
  };
  return (
    <main class="editor">
      <EditorHead editor={editor} session={session} onBack={props.onBack} onTry={props.onTry} />
      {remote.newer.value && !conflict && (
        <Notice tone="warning" title={t("editor.newer.title")}>
          <p class="muted">{t("editor.newer.body")}</p>
        </Notice>
      )}
      <Told editor={editor} />
      {conflict ? (
        <EditorConflict editor={editor} conflict={conflict} />
      ) : (
        <Tabs
          label={t("editor.parts")}
          value={part}
          tabs={PARTS.map((value) => ({ value, label: t(`editor.part.${value}`) }))}
          onChange={setPart}
        >
          {views[part]()}
        </Tabs>
      )}
      <Toast
        text={taken === null ? null : t("editor.versions.taken", { version: taken })}
        onClose={() => setTaken(null)}
      />
    </main>
  );
}

/** What the last edit left behind, or why it was refused. */
function Told({ editor }: { editor: OpenEditor }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { state } = editor;
  const { lost, problem } = state.told.value;
  if (!problem && lost.length === 0) return null;
  const { steps } = state.guide.value;
  const nameOf = (id: string | null) => {
    const title = steps.find((step) => step.id === id)?.title;
    return title ? titleOf(i18n, title, state.language.value) : t("editor.lost.guide");
  };
  return (
    <Notice
      tone={problem ? "danger" : "warning"}
      title={t(problem ? "editor.told.refused" : "editor.told.lost")}
      live
    >
      {problem && <p>{refusalOf(i18n, problem)}</p>}
      {lost.length > 0 && (
        <ul>
          {lost.map(({ step, code }) => (
            <li key={`${step} ${code}`}>
              {nameOf(step)}: {t(`editor.lost.${code}`)}
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        <Button onClick={state.closeTold}>{t("common.close")}</Button>
      </div>
    </Notice>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z (or Y) are the guide's, in fields too: there is one history. */
function useUndoKeys(undo: () => void, redo: () => void, off: boolean): void {
  useEffect(() => {
    const keys = new AbortController();
    const act = (event: KeyboardEvent) => {
      if (off || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.code === "KeyZ" ? "z" : event.code === "KeyY" ? "y" : "";
      if (key === "") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener("keydown", act, { signal: keys.signal });
    return () => keys.abort();
  }, [undo, redo, off]);
}
