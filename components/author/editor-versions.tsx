import { useEffect } from "preact/hooks";
import { useQueryMessage } from "../console/report-card.tsx";
import { reviewRefusal } from "../console/review-refusal.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { GuideDiffView } from "./editor-diff.tsx";
import type { OpenEditor } from "./editor-model.ts";
import type { EditorPublishProps } from "./editor-publish.tsx";
import { EditorSignIn } from "./editor-sign-in.tsx";
import { PublicationHistory } from "./publication-history.tsx";
import { PutVersion } from "./publication-put.tsx";

/** What was published of the guide, against the draft; each can become the draft again. */
export function EditorVersions(props: EditorPublishProps & { onTake: (version: number) => void }) {
  const { t, dateTime } = useI18n();
  const { editor, session } = props;
  const { remote } = editor;
  const versions = remote.versions.value;
  const message = useQueryMessage(session?.server ?? "");
  useEffect(() => {
    void remote.listVersions();
    void remote.publication.facts.load();
  }, [remote, session]);
  if (!session) {
    return <EditorSignIn title={t("editor.versions.title")} signIn={props.signIn} />;
  }
  const problem = remote.problem.value;
  const refused = problem && reviewRefusal(problem);
  const shown = remote.version.value;
  const done = remote.done.value;
  return (
    <div class="stack">
      <Card title={t("editor.versions.title")} lead={t("editor.versions.lead")}>
        {problem && (
          <ErrorState
            message={refused ? t(`publication.refused.${refused}`) : message(problem)}
            onRetry={() => void remote.listVersions()}
          />
        )}
        {!versions && !problem && <Skeleton lines={3} />}
        {versions?.length === 0 && (
          <EmptyState title={t("editor.versions.none")} hint={t("editor.versions.noneHint")} />
        )}
        <p class="muted" role="status">
          {done?.what === "published" &&
            t(`publication.done.${done.environment}`, { version: done.version })}
        </p>
        <ul class="rows">
          {versions
            ?.toSorted((a, b) => b.version - a.version)
            .map(({ version, publishedAt }) => (
              <li key={version} class="row">
                <div class="row-text">
                  <span class="row-title">
                    {t("editor.versions.version", { version })}{" "}
                    {remote.onServer.value?.published === version && (
                      <Badge tone="success">{t("editor.versions.current")}</Badge>
                    )}{" "}
                    {remote.onServer.value?.staging === version && (
                      <Badge tone="warning">{t("publication.inStaging")}</Badge>
                    )}
                  </span>
                  <span class="row-note">{dateTime(publishedAt)}</span>
                </div>
                <Button
                  onClick={() =>
                    void remote.showVersion(shown?.version === version ? null : version)
                  }
                >
                  {t(shown?.version === version ? "editor.versions.hide" : "editor.versions.show")}
                </Button>
                {shown?.version === version && (
                  <Compared editor={editor} shown={shown} onTake={props.onTake} />
                )}
              </li>
            ))}
        </ul>
      </Card>
      <PublicationHistory
        publication={remote.publication}
        busy={remote.busy.value}
        server={session.server}
        onSignIn={props.onOpenConsole}
      />
    </div>
  );
}

function Compared(props: {
  editor: OpenEditor;
  shown: NonNullable<OpenEditor["remote"]["version"]["value"]>;
  onTake: (version: number) => void;
}) {
  const { t } = useI18n();
  const { state, remote } = props.editor;
  const { guide, version } = props.shown;
  return (
    <div class="compared">
      <GuideDiffView before={guide} after={state.guide.value} language={state.language.value} />
      <div class="actions">
        <Button
          icon="undo"
          onClick={() => {
            state.replace(guide);
            props.onTake(version);
          }}
        >
          {t("editor.versions.take")}
        </Button>
        <PutVersion
          publication={remote.publication}
          version={version}
          on={remote.onServer.value}
          busy={remote.busy.value}
        />
      </div>
    </div>
  );
}
