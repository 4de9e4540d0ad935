import { useEffect } from "preact/hooks";
import { stepAt } from "../../lib/draft/lint.ts";
import { detailOf, useQueryMessage } from "../console/report-card.tsx";
import { reviewRefusal } from "../console/review-refusal.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { sayProblem } from "../ui/say-problem.ts";
import type { OpenEditor } from "./editor-model.ts";
import { EditorSignIn, type SignInHere } from "./editor-sign-in.tsx";
import { titleOf } from "./editor-words.ts";
import type { Session } from "./ports.ts";
import { PublicationButtons } from "./publication-buttons.tsx";
import { PublicationState } from "./publication-state.tsx";

export interface EditorPublishProps {
  editor: OpenEditor;
  session: Session | null;
  signIn: SignInHere;
  onOpenConsole: () => void;
  onOpenStep: (step: string) => void;
}

/** What the server has of the guide, and the way to the people it is for. */
export function EditorPublish(props: EditorPublishProps) {
  const { t } = useI18n();
  const { editor, session } = props;
  const { remote, state } = editor;
  const on = remote.onServer.value;
  const errors = state.findings.value.filter(({ severity }) => severity === "error").length;
  const { publication } = remote;
  const done = remote.done.value;
  useEffect(() => void (session && publication.facts.load()), [publication, session]);
  if (session === null) {
    return <EditorSignIn title={t("editor.publish.title")} signIn={props.signIn} />;
  }
  const known = { on, unsaved: editor.unsaved.value, facts: publication.facts.value.value };
  return (
    <Card title={t("editor.publish.title")} lead={t("editor.publish.lead")}>
      <PublicationState {...known} />
      {errors > 0 && (
        <Notice tone="warning" title={t("editor.publish.errors", { count: errors })} />
      )}
      <Refusal {...props} session={session} />
      <PublicationButtons
        {...known}
        publication={publication}
        busy={remote.busy.value}
        onSave={() => void remote.save()}
      />
      <div role="status">
        {done?.what === "saved" && <p>{t("editor.publish.saved")}</p>}
        {done?.what === "published" && (
          <Notice
            tone="neutral"
            title={t(`publication.done.${done.environment}`, { version: done.version })}
          >
            <p class="muted">{t(`editor.publish.${state.guide.value.trigger.start}`)}</p>
          </Notice>
        )}
        {done && done.what !== "saved" && done.what !== "published" && (
          <p>{t(`publication.done.${done.what}`)}</p>
        )}
      </div>
    </Card>
  );
}

/** Why the server did not take it, with the step that each problem is about. */
function Refusal({ editor, session, onOpenStep }: EditorPublishProps & { session: Session }) {
  const i18n = useI18n();
  const { t } = i18n;
  const message = useQueryMessage(session.server);
  const { remote, state } = editor;
  const problem = remote.problem.value;
  if (!problem || problem.code === "changed") return null;
  const said = reviewRefusal(problem);
  if (said) return <Notice tone="danger" title={t(`publication.refused.${said}`)} live />;
  const guide = state.guide.value;
  const problems = (problem.problems ?? []).map((one) => {
    const id = stepAt(guide, one.path);
    const step = guide.steps.find((candidate) => candidate.id === id);
    return { ...one, step };
  });
  const title = problems.length > 0 ? t("editor.publish.refused") : message(problem);
  const detail = detailOf(problem, i18n);
  return (
    <Notice tone="danger" title={title} live>
      {problems.length === 0 && detail !== null && (
        <p class="muted" lang="en">
          {detail}
        </p>
      )}
      {problems.length > 0 && (
        <ul class="findings">
          {problems.map(({ step, ...one }) => (
            <li key={one.path + one.allowed} class="finding">
              <span class="finding-text">
                {step && <strong>{titleOf(i18n, step.title, state.language.value)}: </strong>}
                {sayProblem(one, i18n)}
              </span>
              {step && (
                <Button kind="quiet" onClick={() => onOpenStep(step.id)}>
                  {t("editor.check.open")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
