import { useState } from "preact/hooks";
import { AccountLink } from "../accounts/account-link.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import type { PlaybookAnswer } from "./page-model.ts";
import type { PlaybookViewProps } from "./playbook-view.tsx";

/** Rows at first: a condition may hold for hundreds. */
const SHOWN = 20;

/** For whom the condition holds, when it fires if that goes on, and whether it may there. */
export function WaitingCard(props: PlaybookViewProps & { answer: PlaybookAnswer }) {
  const { t } = useI18n();
  const { page, answer } = props;
  const [shown, setShown] = useState(SHOWN);
  const left = answer.waiting.length - shown;
  return (
    <Card title={t("playbooks.waiting")} lead={t("playbooks.waitingLead")}>
      {answer.waiting.length === 0 ? (
        <EmptyState title={t("playbooks.noWaiting")} />
      ) : (
        <Table
          caption={t("playbooks.waiting")}
          columns={[
            { label: t("playbooks.account") },
            { label: t("playbooks.since") },
            { label: t("playbooks.due") },
            { label: t("playbooks.pause") },
          ]}
          rows={answer.waiting.slice(0, shown).map(({ account, name, since, dueAt, paused }) => {
            const verb = t(paused ? "playbooks.resumeHere" : "playbooks.pauseHere");
            return {
              key: account,
              cells: [
                <span key="account" class="named">
                  <AccountLink id={account} name={name} />{" "}
                  {paused && <Badge icon="pause">{t("playbooks.pausedHere")}</Badge>}
                </span>,
                <span key="since" class="nowrap">
                  <Time at={since} withTime={false} />
                </span>,
                <Due key="due" dueAt={dueAt} />,
                <Button
                  key="pause"
                  kind="quiet"
                  label={`${verb}: ${name ?? account}`}
                  onClick={() => void page.pause(!paused, account)}
                >
                  {verb}
                </Button>,
              ],
            };
          })}
        />
      )}
      {left > 0 && (
        <div class="actions actions-center">
          <Button onClick={() => setShown(Number.POSITIVE_INFINITY)}>
            {t("playbooks.waitingAll", { count: left })}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Due({ dueAt }: { dueAt: number | null }) {
  const { t } = useI18n();
  if (dueAt === null) return <span class="muted">{t("playbooks.hasFired")}</span>;
  if (dueAt <= Date.now()) return <span>{t("playbooks.dueNow")}</span>;
  return <Time at={dueAt} withTime={false} />;
}
