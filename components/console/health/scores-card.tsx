import { useSignal } from "@preact/signals";
import type { AccountHealth, HealthScore } from "../../../lib/model/health-report.ts";
import { ChartFigure } from "../../chart/chart-figure.tsx";
import { ColumnChart } from "../../chart/column-chart.tsx";
import { ShareBar } from "../../chart/share-bar.tsx";
import { Card } from "../../ui/card.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Table } from "../../ui/table.tsx";
import { measureFigure, measureName, nameOf, riskWord, scoreText } from "./health-words.ts";

type Standing = NonNullable<AccountHealth["standing"]>;

/** The several scores with what they are made of, and how the whole went. */
export function ScoresCard({
  standing,
  trend,
}: {
  standing: Standing;
  trend: AccountHealth["trend"];
}) {
  const { t, number } = useI18n();
  const { usual } = standing;
  return (
    <Card title={t("health.scores")} lead={t("health.scoresLead")}>
      <div class="stack">
        {standing.scores.map((one) => (
          <Score key={one.id} score={one} />
        ))}
        {usual.baseline !== null && usual.alert !== null && (
          <p class="muted small">
            {t("health.usual", {
              baseline: number(Math.round(usual.baseline)),
              alert: number(Math.round(usual.alert)),
              weeks: usual.weeks.map((one) => number(one)).join(", "),
            })}
          </p>
        )}
        <Course trend={trend} />
      </div>
    </Card>
  );
}

function Score({ score }: { score: HealthScore }) {
  const i18n = useI18n();
  const { t, number, percent } = i18n;
  const name = nameOf(i18n, score.name);
  return (
    <section class="health-part">
      <h3 class="health-part-head">
        <span>{name}</span>
        <span class="numeric">
          {scoreText(i18n, score.score)}
          {" · "}
          <span class="muted small">
            {score.coverage === null
              ? t("health.state.not-applicable")
              : t("health.coverageOf", { share: percent(score.coverage) })}
          </span>
        </span>
      </h3>
      <Table
        caption={name}
        columns={[
          { label: t("health.measure") },
          { label: t("health.found.title") },
          { label: t("health.score") },
          { label: t("health.weight"), align: "end" },
        ]}
        rows={score.measures.map((one) => ({
          key: `${one.kind} ${one.subject}`,
          cells: [
            <span key="name" class="named">
              {measureName(i18n, one)}
            </span>,
            <span key="figure" class={one.measured.state === "known" ? "named" : "named muted"}>
              {measureFigure(i18n, one)}
            </span>,
            one.measured.state === "known" ? (
              <span key="score" class="share">
                <span class="numeric">{number(Math.round(one.measured.score))}</span>
                <ShareBar share={one.measured.score / 100} />
              </span>
            ) : (
              "—"
            ),
            number(one.weight),
          ],
        }))}
      />
    </section>
  );
}

function Course({ trend }: { trend: AccountHealth["trend"] }) {
  const i18n = useI18n();
  const { t, day } = i18n;
  const pointed = useSignal<number | null>(null);
  // A day on which too little was known is no zero: it is in the table only.
  const drawn = trend.filter(({ score }) => score !== null);
  if (trend.length < 2) return <p class="muted small">{t("health.courseLater")}</p>;
  const title = t("health.course");
  const told = drawn.at(pointed.value ?? -1);
  return (
    <ChartFigure
      title={title}
      legend={
        <>
          <strong>{title}</strong>
          {told && (
            <span class="numeric" aria-hidden="true">
              {day(told.day)}: {scoreText(i18n, told.score)}
            </span>
          )}
        </>
      }
      table={{
        columns: [
          { label: t("health.day") },
          { label: t("health.score"), align: "end" },
          { label: t("health.risk") },
        ],
        rows: trend.map((one) => ({
          key: one.day,
          cells: [day(one.day), scoreText(i18n, one.score), riskWord(i18n, one.risk)],
        })),
      }}
    >
      <ColumnChart
        title={title}
        description={drawn
          .map((one) => `${day(one.day)}: ${scoreText(i18n, one.score)}`)
          .join("; ")}
        pointed={pointed.value}
        onPoint={(at) => (pointed.value = at)}
        data={drawn.map((one) => ({
          key: one.day,
          label: day(one.day),
          value: Math.round(one.score ?? 0),
        }))}
      />
    </ChartFigure>
  );
}
