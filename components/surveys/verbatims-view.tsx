import type { SurveyVerbatims } from "../../lib/model/survey-report.ts";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { Survey, SurveysModel } from "./model.ts";

/** What people wrote, newest first. */
export function VerbatimsView(props: {
  model: SurveysModel;
  context: ReportContext;
  survey: Survey;
}) {
  const { t } = useI18n();
  const { model, survey } = props;
  if (!survey.questions.some(({ type, answers }) => type === "text" && answers > 0)) return null;
  return (
    <section class="survey-question" aria-label={t("surveys.verbatims")}>
      <h3>{t("surveys.verbatims")}</h3>
      <Report resource={model.verbatims} context={props.context}>
        {({ items, next }) => (
          <div class="stack">
            <ul class="verbatims">
              {items.map((item) => (
                <Verbatim key={item.id} item={item} />
              ))}
            </ul>
            {next !== null && (
              <div class="actions">
                <Button busy={model.adding.value} onClick={() => void model.more()}>
                  {t("surveys.more")}
                </Button>
              </div>
            )}
          </div>
        )}
      </Report>
    </section>
  );
}

/** Ratings up to these are bad news: detractors, and the lower half of the other scales. */
const BAD = { nps: 6, csat: 2, ces: 3 } as const;

function Verbatim({ item }: { item: SurveyVerbatims["items"][number] }) {
  const { t, date, number } = useI18n();
  const { rating, account } = item;
  return (
    <li class="verbatim">
      <blockquote>{item.words}</blockquote>
      <p class="muted small">
        {rating && (
          <Badge tone={rating.score <= BAD[rating.type] ? "warning" : "neutral"}>
            {`${t(`surveys.type.${rating.type}`)} ${number(rating.score)}`}
          </Badge>
        )}
        <span>{item.anonymous ? t("surveys.anonymous") : (item.personName ?? item.person)}</span>
        {account && <span>{account.name ?? account.id}</span>}
        <span>{date(item.at)}</span>
      </p>
    </li>
  );
}
