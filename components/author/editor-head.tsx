import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Logo } from "../ui/logo.tsx";
import type { OpenEditor } from "./editor-model.ts";
import { titleOf } from "./editor-words.ts";
import type { Session } from "./ports.ts";

/** Name of the guide, undo and redo, and where its changes are by now. */
export function EditorHead(props: {
  editor: OpenEditor;
  session: Session | null;
  onBack: () => void;
  onTry: (() => void) | undefined;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { state } = props.editor;
  return (
    <header class="page-head editor-head">
      <Logo size={28} />
      <div class="page-titles">
        <h1>{titleOf(i18n, state.guide.value.name, state.language.value)}</h1>
        <KeptLine {...props} />
      </div>
      <div class="page-actions">
        <Button
          kind="quiet"
          icon="undo"
          iconOnly
          disabled={!state.canUndo.value}
          onClick={state.undo}
        >
          {t("editor.undo")}
        </Button>
        <Button
          kind="quiet"
          icon="redo"
          iconOnly
          disabled={!state.canRedo.value}
          onClick={state.redo}
        >
          {t("editor.redo")}
        </Button>
        {props.onTry && (
          <Button kind="quiet" icon="play" onClick={props.onTry}>
            {t("preview.try")}
          </Button>
        )}
        <Button kind="quiet" icon="back" onClick={props.onBack}>
          {t("editor.back")}
        </Button>
      </div>
    </header>
  );
}

function KeptLine({ editor, session }: { editor: OpenEditor; session: Session | null }) {
  const { t } = useI18n();
  const { keeping, remote } = editor;
  const kept = {
    kept: t("editor.kept"),
    keeping: t("editor.keeping"),
    failed: t("editor.keepFailed"),
  }[keeping.state.value];
  return (
    <p class="muted small kept" role="status">
      {kept}
      {" · "}
      {serverWords()}
    </p>
  );

  function serverWords(): string {
    if (session === null) return t("editor.server.signedOut");
    if (keeping.base.value === null) return t("editor.server.none");
    if (editor.unsaved.value) return t("editor.server.unsaved");
    const on = remote.onServer.value;
    return on?.published && !on.changed ? t("editor.server.published") : t("editor.server.same");
  }
}
