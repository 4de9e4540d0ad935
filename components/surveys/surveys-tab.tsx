import { localize } from "../../lib/model/locale.ts";
import { ANSWERS_MINIMUM } from "../../lib/model/survey-report.ts";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import type { Survey, SurveysModel } from "./model.ts";
import { QuestionView } from "./question-view.tsx";
import { VerbatimsView } from "./verbatims-view.tsx";

/** What people answered in surveys. */
export function SurveysTab({ model, context }: { model: SurveysModel; context: ReportContext }) {
  const { t, wanted } = useI18n();
  const chosen = model.chosen.value;
  const nameOf = ({ guide, name }: Survey) => (name ? localize(name, wanted) : guide);
  return (
    <Card title={t("surveys.title")} lead={t("surveys.lead")}>
      <Report resource={model.report} context={context} onRetry={() => void model.open()}>
        {({ surveys }) =>
          chosen === null && !model.left.value ? (
            <EmptyState title={t("surveys.none")} hint={t("surveys.noneHint")} />
          ) : (
            <div class="stack">
              <div class="choices">
                {chosen && (
                  <div class="choice">
                    <Select
                      label={t("surveys.survey")}
                      value={chosen.guide}
                      options={surveys.map((one) => ({ value: one.guide, label: nameOf(one) }))}
                      onChange={model.choose}
                    />
                  </div>
                )}
                <Segmented
                  label={t("surveys.from")}
                  value={model.left.value ? "left" : "everybody"}
                  options={(["everybody", "left"] as const).map((value) => ({
                    value,
                    label: t(`surveys.from.${value}`),
                  }))}
                  onChange={model.from}
                />
              </div>
              <Chosen model={model} context={context} survey={chosen} />
            </div>
          )
        }
      </Report>
    </Card>
  );
}

function Chosen(props: { model: SurveysModel; context: ReportContext; survey: Survey | null }) {
  const { t } = useI18n();
  const { model, survey } = props;
  if (!survey || survey.people === 0) {
    return <EmptyState title={t(model.left.value ? "surveys.noExit" : "surveys.noAnswers")} />;
  }
  const asked = survey.questions.filter(({ type, answers }) => type !== "text" && answers > 0);
  return (
    <div class="stack">
      {asked.map((question) => (
        <QuestionView key={`${question.step} ${question.type}`} question={question} />
      ))}
      <VerbatimsView model={model} context={props.context} survey={survey} />
      <How>
        <p>{t("surveys.how")}</p>
        <p>{t("surveys.howExit")}</p>
        <p>{t("surveys.few", { count: ANSWERS_MINIMUM })}</p>
      </How>
    </div>
  );
}
