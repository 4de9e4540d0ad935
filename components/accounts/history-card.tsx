import type { Translator } from "../../lib/i18n/translator.ts";
import type { AccountChange } from "../../lib/model/account-change.ts";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Time } from "../ui/time.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";
import { changeText, fieldName, valueText } from "./change-words.ts";
import { type Entry, together } from "./history-entries.ts";

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
                {together(items).map((item) => (
                  <li key={keyOf(item)} class="row">
                    <span class="timeline-at muted small">
                      <Time at={item.at} />
                    </span>
                    <EntryView item={item} glance={glance} />
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

function keyOf(item: Entry): string {
  if (item.type === "changes") return item.changes[0]?.id ?? "";
  if (item.type === "change") return item.change.id;
  return item.type === "touch" ? item.touch.id : item.answer.id;
}

function EntryView({ item, glance }: { item: Entry; glance: AccountAtGlance }) {
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
      return (
        <div class="row-text">
          <span class="row-title">{changeText(i18n, change)}</span>
          <span class="row-note">{origin}</span>
        </div>
      );
    }
    case "changes": {
      const { changes } = item;
      const [first] = changes;
      if (!first) return null;
      const words = changes.map((one) => [one.id, ...becameOf(i18n, one, glance)] as const);
      const origin = [t(`account.source.${first.source}`), first.by].filter(Boolean).join(", ");
      return (
        <div class="row-text">
          <span class="row-title">
            {changes.length === 1
              ? fieldName(i18n, first.subject)
              : t("account.changes", { count: changes.length })}
          </span>
          {words.map(([id, field, became]) => (
            <span key={id} class="row-why">
              {changes.length > 1 && <span class="muted">{field}: </span>}
              {became}
            </span>
          ))}
          <span class="row-note">{origin}</span>
        </div>
      );
    }
  }
}

/** What a field is called, and what became of it. */
function becameOf(
  i18n: Translator,
  { subject, before, after }: AccountChange,
  { stages }: AccountAtGlance,
): [field: string, became: string] {
  const value = (told: unknown) => valueText(i18n, subject, told, stages);
  const isNew = before === null || before === undefined;
  const became = isNew
    ? value(after)
    : i18n.t("account.became", { before: value(before), after: value(after) });
  return [fieldName(i18n, subject), became];
}
