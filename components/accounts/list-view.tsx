import type { Account, AccountList } from "../../lib/model/account.ts";
import { RiskBadge } from "../console/health/risk-badge.tsx";
import { QueryProblem, Report, type ReportContext } from "../console/report-card.tsx";
import { amountText } from "../ui/amount-text.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import { AccountLink } from "./account-link.tsx";
import { ChosenBar } from "./chosen-bar.tsx";
import { labelOf } from "./facet-select.tsx";
import { isNarrowed } from "./filter.ts";
import { HandOver } from "./hand-over.tsx";
import { HandedOver } from "./handed-over.tsx";
import { ListFilters } from "./list-filters.tsx";
import type { AccountsModel } from "./model.ts";
import { NoAccounts } from "./no-accounts.tsx";
import { agoText, bandTone, dayText } from "./words.ts";

/** All accounts, searched, narrowed and sorted. */
export function ListView({ model, context }: { model: AccountsModel; context: ReportContext }) {
  const { t } = useI18n();
  const narrowed = isNarrowed(model.address.value.query);
  return (
    <Card title={t("accounts.title")} lead={t("accounts.lead")}>
      <ListFilters model={model} />
      <Report resource={model.list} context={context}>
        {(list) =>
          list.items.length === 0 ? (
            narrowed ? (
              <EmptyState title={t("accounts.noMatch")} hint={t("accounts.noMatchHint")} />
            ) : (
              <NoAccounts />
            )
          ) : (
            <Found model={model} context={context} list={list} />
          )
        }
      </Report>
      <HandedOver handing={model.handing} context={context} />
      <HandOver model={model} />
    </Card>
  );
}

function Found(props: { model: AccountsModel; context: ReportContext; list: AccountList }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { model, context, list } = props;
  const moreError = model.moreError.value;
  return (
    <div class="stack">
      <p class="muted small numeric" role="status">
        {t("accounts.shown", { shown: list.items.length, count: list.total })}
      </p>
      <ChosenBar model={model} shown={list.items.map(({ id }) => id)} total={list.total} />
      <Table
        sticky
        caption={t("accounts.title")}
        columns={[
          { label: t("accounts.name") },
          { label: t("accounts.stage") },
          { label: t("accounts.plan") },
          { label: t("accounts.mrr"), align: "end" },
          { label: t("accounts.health") },
          { label: t("accounts.risk") },
          { label: t("accounts.renewal"), align: "end" },
          { label: t("accounts.lastTouch"), align: "end" },
          { label: t("accounts.ownerShort") },
        ]}
        rows={list.items.map((one) => ({
          key: one.id,
          cells: [
            <span key="name" class="named choosable">
              <input
                type="checkbox"
                aria-label={t("accounts.chosen.one", { name: one.name ?? one.id })}
                checked={model.handing.chosen.value.has(one.id)}
                onChange={(event) => model.handing.choose([one.id], event.currentTarget.checked)}
              />
              <AccountLink id={one.id} name={one.name} />
            </span>,
            <span key="stage" class="nowrap">
              {one.stage ? labelOf(i18n, model.choices.value.value, "stage", one.stage) : "—"}
            </span>,
            <span key="plan" class="nowrap">
              {one.plan ?? "—"}
            </span>,
            one.mrr ? amountText(i18n, one.mrr.minor, one.mrr.currency) : "—",
            <Health key="health" account={one} />,
            <RiskBadge key="risk" risk={one.health?.risk ?? null} />,
            <span key="renewal" class="nowrap">
              {one.renewal ? dayText(i18n, one.renewal, Date.now()) : "—"}
            </span>,
            <span key="touch" class="nowrap">
              {one.lastTouch === null
                ? t("accounts.never")
                : agoText(i18n, one.lastTouch, Date.now())}
            </span>,
            <span key="owner" class="nowrap">
              {one.owner ?? "—"}
            </span>,
          ],
        }))}
      />
      {moreError && (
        <QueryProblem error={moreError} context={context} onRetry={() => void model.more()} />
      )}
      {list.next !== null && (
        <div class="actions actions-center">
          <Button busy={model.loadingMore.value} onClick={() => void model.more()}>
            {t("accounts.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The global score in the colour of its band. What is not known is neutral. */
export function Health({ account: { health } }: { account: Pick<Account, "health"> }) {
  const { t, number } = useI18n();
  const score = health?.score ?? null;
  return (
    <Badge tone={bandTone(health?.band ?? null)}>
      {score === null ? t("health.risk.unknown") : number(Math.round(score))}
    </Badge>
  );
}
