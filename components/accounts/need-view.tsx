import type { AccountsInNeed } from "../../lib/model/account-work.ts";
import { whyText } from "../console/health/health-words.ts";
import { RiskBadge } from "../console/health/risk-badge.tsx";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { amountText } from "../ui/amount-text.ts";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { AccountLink } from "./account-link.tsx";
import { FacetSelect } from "./facet-select.tsx";
import type { AccountsModel } from "./model.ts";
import { NoAccounts } from "./no-accounts.tsx";
import { dayText, needText } from "./words.ts";

/** Who needs a person now and why, the greatest expected loss first. */
export function NeedView({ model, context }: { model: AccountsModel; context: ReportContext }) {
  const { t } = useI18n();
  const owner = model.address.value.query.owner ?? "";
  return (
    <Card title={t("accounts.need.title")} lead={t("accounts.need.lead")}>
      <div class="choices">
        <FacetSelect model={model} filter="owner" />
      </div>
      <Report resource={model.need} context={context}>
        {({ items, total }) =>
          items.length === 0 ? (
            model.isEmpty.value && owner === "" ? (
              <NoAccounts />
            ) : (
              <EmptyState
                title={t("accounts.need.none")}
                hint={owner ? t("accounts.need.noneOwn") : t("accounts.need.noneHint")}
              />
            )
          ) : (
            <div class="stack">
              <p class="muted small numeric" role="status">
                {total > items.length
                  ? t("accounts.need.first", { shown: items.length, count: total })
                  : t("accounts.count", { count: total })}
              </p>
              <ul class="rows">
                {items.map((one) => (
                  <NeedRow key={one.standing.id} one={one} />
                ))}
              </ul>
            </div>
          )
        }
      </Report>
    </Card>
  );
}

function NeedRow({ one: { standing, needs } }: { one: AccountsInNeed["items"][number] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { id, name, owner, mrr, renewal, risk } = standing;
  const why = whyText(i18n, standing);
  const facts = [
    owner ?? t("accounts.noOwner"),
    renewal && t("accounts.renewalOf", { when: dayText(i18n, renewal, Date.now()) }),
  ].filter(Boolean);
  return (
    <li class="row need-row">
      <div class="row-text">
        <span class="row-title">
          <AccountLink id={id} name={name} /> <RiskBadge risk={risk} />{" "}
          {standing.case && <Badge tone="accent">{t(`case.step.${standing.case.step}`)}</Badge>}
        </span>
        <span class="row-why">{needs.map((need) => needText(i18n, need, why)).join(" · ")}</span>
        <span class="row-note">{facts.join(" · ")}</span>
      </div>
      <span class="numeric need-money">
        {mrr
          ? t("accounts.perYear", { amount: amountText(i18n, mrr.minor * 12, mrr.currency) })
          : t("accounts.noMoney")}
      </span>
    </li>
  );
}
