import type { Alert } from "../../lib/model/playbook-report.ts";
import { AccountLink } from "../accounts/account-link.tsx";
import { Report } from "../console/report-card.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Time } from "../ui/time.tsx";
import type { PlaybooksTabProps } from "./playbooks-tab.tsx";

const TONES: Readonly<Record<Alert["level"], Tone>> = {
  info: "accent",
  warning: "warning",
  critical: "danger",
};
export function openAlerts(alerts: readonly Alert[]): number {
  return alerts.filter(({ closedAt }) => closedAt === null).length;
}

const SHOWN = ["open", "any"] as const;

/** What playbooks want somebody to know: done with, and taken back. */
export function AlertsCard(props: PlaybooksTabProps) {
  const { t } = useI18n();
  const { model, context } = props;
  const open = openAlerts(model.alerts.value.value ?? []);
  return (
    <Card
      title={t("playbooks.alerts")}
      lead={open > 0 ? t("playbooks.alertsOpen", { count: open }) : t("playbooks.alertsLead")}
      aside={
        <Segmented
          label={t("playbooks.alertsShown")}
          labelHidden
          value={model.alertsShown.value}
          options={SHOWN.map((value) => ({ value, label: t(`playbooks.alertsShown.${value}`) }))}
          onChange={model.showAlerts}
        />
      }
    >
      <Report resource={model.alerts} context={context}>
        {(alerts) =>
          alerts.length === 0 ? (
            <EmptyState title={t("playbooks.noAlerts")} hint={t("playbooks.noAlertsHint")} />
          ) : (
            <ul class="rows">
              {alerts.map((alert) => (
                <AlertRow key={alert.id} {...props} alert={alert} />
              ))}
            </ul>
          )
        }
      </Report>
    </Card>
  );
}

function AlertRow({ model, hrefOf, alert }: PlaybooksTabProps & { alert: Alert }) {
  const { t, dateTime } = useI18n();
  const { title, level, account, name, playbook, at, closedAt } = alert;
  const isOpen = closedAt === null;
  const said = model.playbooks.value.value?.find(({ id }) => id === playbook)?.body.name;
  const act = t(isOpen ? "playbooks.seen" : "playbooks.reopen");
  return (
    <li class="row">
      <div class="row-text">
        <span class="row-title">
          {title} <Badge tone={TONES[level]}>{t(`playbooks.level.${level}`)}</Badge>
        </span>
        <span class="row-note">
          <AccountLink id={account} name={name} />
          <a class="link" href={hrefOf(playbook)}>
            {said ?? playbook}
          </a>
          <Time at={at} />
          {closedAt !== null && <span>{t("playbooks.seenAt", { when: dateTime(closedAt) })}</span>}
        </span>
      </div>
      <Button
        icon={isOpen ? "check" : "undo"}
        label={`${act}: ${title}`}
        onClick={() => void model.seeAlert(alert, isOpen)}
      >
        {act}
      </Button>
    </li>
  );
}
