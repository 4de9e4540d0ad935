import type { PlaybookTried } from "../../lib/model/playbook-report.ts";
import { AccountLink } from "../accounts/account-link.tsx";
import { Report } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { TRY_DAYS } from "./page-model.ts";
import type { PlaybookViewProps } from "./playbook-view.tsx";
import { sayWhy } from "./words.ts";

/** "Would have fired for these accounts, on these days", before it is let run. */
export function TryCard(props: PlaybookViewProps) {
  const { t } = useI18n();
  const { page, context } = props;
  const tried = page.tried.value;
  return (
    <Card title={t("playbooks.try")} lead={t("playbooks.tryLead")}>
      <div class="stack">
        <div class="filter">
          <Segmented
            label={t("playbooks.tryDays")}
            value={page.days.value}
            options={TRY_DAYS.map((value) => ({ value, label: value }))}
            onChange={page.chooseDays}
          />
          <Button icon="play" onClick={() => void page.attempt()}>
            {t("playbooks.tryNow")}
          </Button>
        </div>
        {tried && (
          <Report resource={tried} context={context} onRetry={() => void page.attempt()}>
            {(value) => <Tried {...props} tried={value} />}
          </Report>
        )}
      </div>
    </Card>
  );
}

function Tried({ model, tried }: PlaybookViewProps & { tried: PlaybookTried }) {
  const i18n = useI18n();
  const { t, number, dayOfYear } = i18n;
  const span = {
    accounts: number(tried.accounts),
    from: dayOfYear(tried.from),
    to: dayOfYear(tried.to),
  };
  if (tried.fires.length === 0) {
    return (
      <EmptyState title={t("playbooks.triedNobody")} hint={t("playbooks.triedNobodyHint", span)} />
    );
  }
  const newest = tried.fires.toSorted((a, b) => b.at - a.at);
  return (
    <div class="stack" role="status">
      <p>{t("playbooks.tried", { ...span, count: tried.fires.length })}</p>
      <Table
        caption={t("playbooks.try")}
        columns={[
          { label: t("playbooks.account") },
          { label: t("playbooks.day") },
          { label: t("playbooks.since") },
          { label: t("playbooks.why") },
        ]}
        rows={newest.map(({ account, name, at, since, why }) => ({
          key: `${account} ${at}`,
          cells: [
            <span key="account" class="named">
              <AccountLink id={account} name={name} />
            </span>,
            <span key="day" class="nowrap">
              <Time at={at} withTime={false} />
            </span>,
            <span key="since" class="nowrap">
              <Time at={since} withTime={false} />
            </span>,
            <span key="why" class="playbook-why">
              {sayWhy(why, model.choices.value, i18n)}
            </span>,
          ],
        }))}
      />
    </div>
  );
}
