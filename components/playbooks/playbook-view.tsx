import { useState } from "preact/hooks";
import { Report } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Time } from "../ui/time.tsx";
import { EffectCard } from "./effect-card.tsx";
import { formOf } from "./form.ts";
import type { PlaybookAnswer, PlaybookPage } from "./page-model.ts";
import { PlaybookEditor } from "./playbook-editor.tsx";
import { PlaybookFacts } from "./playbook-facts.tsx";
import type { PlaybooksTabProps } from "./playbooks-tab.tsx";
import { Problem } from "./problem.tsx";
import { RunsCard } from "./runs-card.tsx";
import { StateBadge } from "./state-badge.tsx";
import { TryCard } from "./try-card.tsx";
import { WaitingCard } from "./waiting-card.tsx";

export type PlaybookViewProps = PlaybooksTabProps & { page: PlaybookPage };

/** One playbook: what it does, what it would have done, for whom it holds, what it did, and whether that helped. */
export function PlaybookView(props: PlaybookViewProps) {
  const { t } = useI18n();
  const { page, context } = props;
  return (
    <div class="stack">
      <div class="actions">
        <Button kind="quiet" icon="back" onClick={() => props.go(null)}>
          {t("playbooks.back")}
        </Button>
      </div>
      <Report resource={page.answer} context={context} onRetry={() => void page.load()}>
        {(answer) => (
          <div class="stack">
            <Does {...props} answer={answer} />
            <TryCard {...props} />
            <WaitingCard {...props} answer={answer} />
            <RunsCard {...props} answer={answer} />
            <EffectCard page={page} context={context} />
            <Acts answer={answer} />
          </div>
        )}
      </Report>
    </div>
  );
}

function Does(props: PlaybookViewProps & { answer: PlaybookAnswer }) {
  const { t } = useI18n();
  const { model, page, context, go } = props;
  const { playbook } = props.answer;
  const [removing, setRemoving] = useState(false);
  const { body, paused } = playbook;
  const remove = async () => {
    const gone = await page.remove();
    setRemoving(false);
    if (gone) go(null);
  };
  return (
    <Card
      title={body.name}
      {...(body.description && { lead: body.description })}
      aside={<StateBadge playbook={playbook} />}
    >
      <div class="stack">
        <Problem problem={page.problem.value} context={context} />
        {page.editing.value ? (
          <PlaybookEditor
            begin={formOf(body)}
            model={model}
            busy={page.busy.value}
            running={!paused}
            onSave={page.save}
            onCancel={() => page.edit(false)}
          />
        ) : (
          <>
            <PlaybookFacts body={body} choices={model.choices.value} />
            <div class="actions">
              <Button
                kind={paused ? "primary" : "secondary"}
                icon={paused ? "play" : "pause"}
                busy={page.busy.value}
                onClick={() => void page.pause(!paused)}
              >
                {t(paused ? "playbooks.resume" : "playbooks.pause")}
              </Button>
              <Button icon="edit" onClick={() => page.edit(true)}>
                {t("playbooks.edit")}
              </Button>
              <Button kind="quiet" icon="trash" onClick={() => setRemoving(true)}>
                {t("playbooks.remove")}
              </Button>
            </div>
          </>
        )}
        <ConfirmDialog
          open={removing}
          title={t("playbooks.removeTitle")}
          confirm={t("playbooks.remove")}
          busy={page.busy.value}
          onConfirm={() => void remove()}
          onClose={() => setRemoving(false)}
        >
          {t("playbooks.removeBody")}
        </ConfirmDialog>
      </div>
    </Card>
  );
}

function Acts({ answer }: { answer: PlaybookAnswer }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure title={t("playbooks.acts")} open={open} onToggle={() => setOpen(!open)}>
      <ul class="rows">
        {answer.acts.map(({ at, by, act, account }) => (
          <li key={`${at} ${act} ${account}`} class="row">
            <span>
              <Time at={at} /> · {by} {t(`playbooks.act.${act}`)}{" "}
              {account !== null && t("playbooks.act.here", { account })}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
