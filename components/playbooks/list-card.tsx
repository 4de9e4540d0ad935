import { useState } from "preact/hooks";
import type { StoredPlaybook } from "../../lib/model/playbook-report.ts";
import { Report } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { newForm } from "./form.ts";
import { PlaybookEditor } from "./playbook-editor.tsx";
import type { PlaybooksTabProps } from "./playbooks-tab.tsx";
import { Problem } from "./problem.tsx";
import { StateBadge } from "./state-badge.tsx";

/** All playbooks with what they do now, and a way to a new one. */
export function ListCard(props: PlaybooksTabProps) {
  const { t } = useI18n();
  const { model, context, go } = props;
  const [writing, setWriting] = useState(false);
  const fired = model.checked.value;
  return (
    <Card
      title={t("playbooks.title")}
      lead={t("playbooks.lead")}
      aside={
        <div class="actions">
          <Button icon="refresh" busy={model.busy.value} onClick={() => void model.check()}>
            {t("playbooks.check")}
          </Button>
          <Button kind="primary" icon="plus" disabled={writing} onClick={() => setWriting(true)}>
            {t("playbooks.new")}
          </Button>
        </div>
      }
    >
      <div role="status">{fired !== null && <p>{t("playbooks.checked", { count: fired })}</p>}</div>
      <div class="stack">
        <Problem problem={model.problem.value} context={context} />
        {writing && (
          <PlaybookEditor
            begin={newForm()}
            model={model}
            busy={model.busy.value}
            onCancel={() => setWriting(false)}
            onSave={async (body) => {
              const id = await model.add(body);
              if (id !== null) go(id);
            }}
          />
        )}
        <Report resource={model.playbooks} context={context}>
          {(playbooks) =>
            playbooks.length === 0 ? (
              !writing && <EmptyState title={t("playbooks.none")} hint={t("playbooks.noneHint")} />
            ) : (
              <ul class="rows">
                {playbooks.map((one) => (
                  <PlaybookRow key={one.id} playbook={one} href={props.hrefOf(one.id)} />
                ))}
              </ul>
            )
          }
        </Report>
      </div>
    </Card>
  );
}

function PlaybookRow({ playbook, href }: { playbook: StoredPlaybook; href: string }) {
  const { t, dateTime } = useI18n();
  const { body, holds, runs, lastRun } = playbook;
  const facts = [
    t("playbooks.holds", { count: holds }),
    runs > 0 ? t("playbooks.fired", { count: runs }) : t("playbooks.neverFired"),
    ...(lastRun === null ? [] : [t("playbooks.lastFired", { when: dateTime(lastRun) })]),
  ];
  return (
    <li class="row">
      <div class="row-text">
        <span class="row-title">
          <a class="link" href={href}>
            {body.name}
          </a>{" "}
          <StateBadge playbook={playbook} />
        </span>
        {body.description && <span>{body.description}</span>}
        <span class="row-note">{facts.join(" · ")}</span>
      </div>
    </li>
  );
}
