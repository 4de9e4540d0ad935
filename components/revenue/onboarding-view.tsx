import type { Arrival, OnboardingReport } from "../../lib/model/onboarding-report.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { LineSample } from "../chart/line-chart.tsx";
import { RangeChart } from "../chart/range-chart.tsx";
import { StepChart } from "../chart/step-chart.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import { useRevenueWords } from "./words.ts";

const DAY = 86_400_000;

/** How long customers take to get going, and to come to value. */
export function OnboardingView({ answer }: { answer: OnboardingReport }) {
  const { t, duration } = useI18n();
  const { onboarding, value, expectedDays } = answer;
  if (onboarding.accounts === 0) {
    return <EmptyState title={t("onboarding.empty")} hint={t("onboarding.emptyHint")} />;
  }
  const median = (arrival: Arrival) =>
    arrival.median === null ? t("onboarding.notYet") : duration(arrival.median * DAY);
  return (
    <div class="stack">
      <Stats>
        <Stat value={median(onboarding)} label={t("onboarding.median")} />
        {value && <Stat value={median(value)} label={t("onboarding.toValue")} />}
      </Stats>
      <Curves answer={answer} />
      {answer.conversion && expectedDays !== null && (
        <Conversion rows={answer.conversion} days={expectedDays} />
      )}
      <How>
        <p>{t("onboarding.how")}</p>
        <p>{t("onboarding.howMany", { count: onboarding.accounts })}</p>
      </How>
    </div>
  );
}

function Curves({ answer }: { answer: OnboardingReport }) {
  const { t, number, percent } = useI18n();
  const title = t("onboarding.chart");
  const curves = [
    {
      key: "onboarding",
      name: t("onboarding.finished"),
      look: "plain" as const,
      arrival: answer.onboarding,
    },
    ...(answer.value
      ? [
          {
            key: "value",
            name: t("onboarding.value"),
            look: "soft" as const,
            arrival: answer.value,
          },
        ]
      : []),
  ];
  return (
    <ChartFigure
      title={title}
      legend={curves.map(({ key, name, look }) => (
        <LineSample key={key} look={look}>
          {name}
        </LineSample>
      ))}
      table={{
        columns: [
          { label: t("onboarding.arrival") },
          { label: t("onboarding.accounts"), align: "end" },
          { label: t("onboarding.arrived"), align: "end" },
          ...[30, 60, 90, 180].map((day) => ({
            label: t("onboarding.byDay", { day }),
            align: "end" as const,
          })),
        ],
        rows: curves.map(({ key, name, arrival }) => ({
          key,
          cells: [
            name,
            number(arrival.accounts),
            number(arrival.arrived),
            ...[30, 60, 90, 180].map((day) =>
              percent(arrival.curve.findLast((step) => step.day <= day)?.share ?? 0),
            ),
          ],
        })),
      }}
    >
      <StepChart
        title={title}
        description={curves
          .map(({ name, arrival }) => `${name}: ${percent(arrival.curve.at(-1)?.share ?? 0)}`)
          .join("; ")}
        unit={t("onboarding.days")}
        curves={curves.map(({ key, look, arrival }) => ({
          key,
          look,
          steps: arrival.curve.map(({ day, share }) => [day, share] as const),
        }))}
      />
    </ChartFigure>
  );
}

function Conversion(props: { rows: NonNullable<OnboardingReport["conversion"]>; days: number }) {
  const { t, number, percent } = useI18n();
  const { period } = useRevenueWords();
  const title = t("onboarding.conversion", { days: props.days });
  const rows = props.rows
    .filter(({ began }) => began > 0)
    .map(({ period: key, rate }) => ({
      key,
      title: period(key),
      figure:
        rate.value === null
          ? t("onboarding.tooEarly")
          : `${percent(rate.value)} · ${number(rate.top)} / ${number(rate.of)}`,
      from: 0,
      to: rate.value ?? 0,
      tone: "plot" as const,
    }));
  return (
    <ChartFigure
      title={title}
      legend={title}
      table={{
        columns: [{ label: t("console.period") }, { label: t("onboarding.inTime"), align: "end" }],
        rows: rows.map(({ key, title, figure }) => ({ key, cells: [title, figure] })),
      }}
    >
      <RangeChart
        title={title}
        description={rows.map((row) => `${row.title}: ${row.figure}`).join("; ")}
        whole={1}
        rows={rows}
      />
    </ChartFigure>
  );
}
