import type { AccountHistory } from "../../lib/model/account-work.ts";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Time } from "../ui/time.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";
import { changeText, fieldName, valueText } from "./change-words.ts";

type Item = AccountHistory["items"][number];

/** What became of the account, what was done with it and what its people answered. */
export function HistoryCard(props: {
  model: AccountPageModel;
  glance: AccountAtGlance;
  context: ReportContext;
}) {
  const { t } = useI18n();
  const { model, glance, context } = props;
  return (
    <Card title={t("account.history")} lead={t("account.historyLead")}>
      <Report resource={model.history} context={context}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={t("account.historyNone")} />
          ) : (
            <div class="stack">
              <ol class="rows timeline">
                {items.map((item) => (
                  <li key={keyOf(item)} class="row">
                    <span class="timeline-at muted small">
                      <Time at={item.at} />
                    </span>
                    <Entry item={item} glance={glance} />
                  </li>
                ))}
              </ol>
              {next !== null && (
                <div class="actions actions-center">
                  <Button busy={model.busy.value} onClick={() => void model.older()}>
                    {t("accounts.more")}
                  </Button>
                </div>
              )}
            </div>
          )
        }
      </Report>
    </Card>
  );
}

function keyOf(item: Item): string {
  if (item.type === "change") return item.change.id;
  return item.type === "touch" ? item.touch.id : item.answer.id;
}

function Entry({ item, glance }: { item: Item; glance: AccountAtGlance }) {
  const i18n = useI18n();
  const { t } = i18n;
  switch (item.type) {
    case "touch": {
      const { kind, state, people, owner, text } = item.touch;
      return (
        <div class="row-text">
          <span class="row-title">
            {t(`review.contact.${kind}`)}{" "}
            {state !== "done" && <Badge>{t(`account.touchState.${state}`)}</Badge>}
          </span>
          {text !== "" && <span class="row-why">{text}</span>}
          <span class="row-note">{[owner, ...people].filter(Boolean).join(" · ")}</span>
        </div>
      );
    }
    case "answer": {
      const { type, score, words } = item.answer;
      return (
        <div class="row-text">
          <span class="row-title">
            {t("account.answered")}{" "}
            {score !== null && <Badge>{`${type.toUpperCase()} ${score}`}</Badge>}
          </span>
          {words && <span class="row-why">{words}</span>}
        </div>
      );
    }
    case "change": {
      const { change } = item;
      const origin = [t(`account.source.${change.source}`), change.by].filter(Boolean).join(", ");
      if (change.what !== "field") {
        return (
          <div class="row-text">
            <span class="row-title">{changeText(i18n, change)}</span>
            <span class="row-note">{origin}</span>
          </div>
        );
      }
      const value = (told: unknown) => valueText(i18n, change.subject, told, glance.stages);
      return (
        <div class="row-text">
          <span class="row-title">{fieldName(i18n, change.subject)}</span>
          <span class="row-why">
            {change.before === null || change.before === undefined
              ? value(change.after)
              : t("account.became", { before: value(change.before), after: value(change.after) })}
          </span>
          <span class="row-note">{origin}</span>
        </div>
      );
    }
  }
}
