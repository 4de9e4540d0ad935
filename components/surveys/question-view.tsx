import { localize } from "../../lib/model/locale.ts";
import { ANSWERS_MINIMUM, type AskedQuestion } from "../../lib/model/survey-report.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { LineChart } from "../chart/line-chart.tsx";
import { RangeChart } from "../chart/range-chart.tsx";
import { useI18n } from "../ui/i18n.tsx";

/** A question with its answers: ratings over time and how often each was given; how often each option was chosen. */
export function QuestionView({ question }: { question: AskedQuestion }) {
  const { t, wanted } = useI18n();
  const { step, title, type, score, answers } = question;
  const name = title ? localize(title, wanted) : t("surveys.noLonger", { step });
  const write = useScore(type);
  const isEnough = answers >= ANSWERS_MINIMUM;
  const isTold = question.months.some((one) => one.answers >= ANSWERS_MINIMUM);
  return (
    <section class="survey-question" aria-label={name}>
      <h3>{name}</h3>
      <p>
        {score !== null && isEnough && (
          <strong class="numeric">
            {t(`surveys.type.${type}`)} {write(score)}
          </strong>
        )}{" "}
        <span class="muted">
          {t("surveys.answers", { count: answers })}
          {score !== null && !isEnough && `, ${t("surveys.tooFew")}`}
        </span>
      </p>
      <div class={isTold ? "survey-plots" : undefined}>
        {score !== null && isTold && <OverTime question={question} write={write} />}
        <Values question={question} name={name} />
      </div>
    </section>
  );
}

function useScore(type: AskedQuestion["type"]): (score: number) => string {
  const { number, percent } = useI18n();
  switch (type) {
    case "csat":
      return percent;
    case "ces":
      return (score) => number(Math.round(score * 10) / 10);
    default:
      return (score) => number(Math.round(score));
  }
}

function OverTime(props: { question: AskedQuestion; write: (score: number) => string }) {
  const { t, number, month } = useI18n();
  const { question, write } = props;
  // The axis counts in shares; NPS runs to 100 and CES to 7.
  const scale = question.type === "nps" ? 100 : 1;
  const title = t("surveys.over", { what: t(`surveys.type.${question.type}`) });
  const told = question.months.map((one) => ({ ...one, label: month(one.month) }));
  return (
    <ChartFigure
      title={title}
      legend={title}
      table={{
        columns: [
          { label: t("surveys.month") },
          { label: t(`surveys.type.${question.type}`), align: "end" },
          { label: t("surveys.count"), align: "end" },
        ],
        rows: told.map(({ month: key, label, score, answers }) => ({
          key,
          cells: [label, score === null ? "" : write(score), number(answers)],
        })),
      }}
    >
      <LineChart
        title={title}
        description={told
          .map(({ label, score }) => `${label}: ${score === null ? "" : write(score)}`)
          .join("; ")}
        labels={told.map(({ label }) => label)}
        lines={[
          {
            key: question.type,
            look: "plain",
            values: told.map(({ score, answers }) =>
              score === null || answers < ANSWERS_MINIMUM ? null : score / scale,
            ),
          },
        ]}
        write={(value) => write(value * scale)}
      />
    </ChartFigure>
  );
}

function Values({ question, name }: { question: AskedQuestion; name: string }) {
  const { t, number, percent, wanted } = useI18n();
  const title = t("surveys.values", { question: name });
  const rows = question.values.map(({ value, label, answers }) => ({
    key: value,
    title: label ? localize(label, wanted) : value,
    figure: `${number(answers)} · ${percent(question.answers > 0 ? answers / question.answers : 0)}`,
    from: 0,
    to: answers,
    tone: "plot" as const,
  }));
  return (
    <ChartFigure
      title={title}
      legend={t("surveys.count")}
      table={{
        columns: [{ label: t("surveys.count") }, { label: t("surveys.count"), align: "end" }],
        rows: rows.map(({ key, title, figure }) => ({ key, cells: [title, figure] })),
      }}
    >
      <RangeChart
        title={title}
        description={rows.map((row) => `${row.title}: ${row.figure}`).join("; ")}
        whole={Math.max(1, ...rows.map(({ to }) => to))}
        rows={rows}
      />
    </ChartFigure>
  );
}
