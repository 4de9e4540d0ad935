import type { GuideLift, LiftArm } from "../../lib/model/lift.ts";
import { localize } from "../../lib/model/locale.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { IntervalPlot } from "../chart/interval-plot.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { LiftVerdict } from "./lift-verdict.tsx";

type Result = NonNullable<GuideLift["result"]>;

/** Whether a guide does what it is for, against people who do not get it. */
export function LiftView({ lift }: { lift: GuideLift }) {
  const { t, duration, wanted } = useI18n();
  const { experiment, goal, result } = lift;
  if (!experiment) {
    return <EmptyState title={t("lift.noExperiment")} hint={t("lift.noExperimentHint")} />;
  }
  if (!goal || !result) return <EmptyState title={t("lift.noGoal")} hint={t("lift.noGoalHint")} />;
  const shared = experiment.shared.map((name) => localize(name, wanted)).join(", ");
  return (
    <div class="stack">
      <LiftVerdict result={result} experiment={experiment} />
      <Rates lift={lift} result={result} />
      {shared && (
        <Notice tone="neutral">
          <p>{t("lift.shared", { guides: shared })}</p>
        </Notice>
      )}
      <p class="muted small">
        {t("lift.formula", { within: duration(lift.within) })}{" "}
        {t("lift.left", { open: result.open, before: result.before })}{" "}
        {t(experiment.unit === "account" ? "lift.unitAccount" : "lift.unitUser")}
      </p>
    </div>
  );
}

const AXIS = { place: (share: number) => share, ticks: [0, 0.25, 0.5, 0.75, 1], origin: 0 };

function Rates({ lift, result }: { lift: GuideLift; result: Result }) {
  const { t, number, percent, wanted } = useI18n();
  const title = t("lift.chart", {
    guide: localize(lift.name, wanted),
    goal: lift.goal?.name ?? "",
  });
  const arms = (["guide", "holdout"] as const).map((name) => ({
    name: t(`lift.${name}`),
    ...result.arms[name],
  }));
  const range = ({ rate }: Pick<LiftArm, "rate">) =>
    rate ? t("lift.range", { low: percent(rate.low), high: percent(rate.high) }) : "";
  return (
    <ChartFigure
      title={title}
      legend={title}
      table={{
        columns: [
          { label: t("lift.arm") },
          { label: t("lift.people"), align: "end" },
          { label: t("lift.reached"), align: "end" },
          { label: t("lift.rate"), align: "end" },
          { label: t("lift.interval"), align: "end" },
        ],
        rows: arms.map((arm) => ({
          key: arm.name,
          cells: [
            arm.name,
            number(arm.people),
            number(arm.reached),
            arm.rate ? percent(arm.rate.value) : "",
            range(arm),
          ],
        })),
      }}
    >
      <IntervalPlot
        title={title}
        description={arms.map((arm) => `${arm.name}: ${range(arm)}`).join("; ")}
        axis={{ ...AXIS, write: percent }}
        intervals={arms.flatMap(({ name, people, reached, rate }) =>
          rate
            ? [
                {
                  key: name,
                  label: `${name}: ${number(reached)} / ${number(people)}`,
                  ...rate,
                  figure: percent(rate.value),
                },
              ]
            : [],
        )}
      />
    </ChartFigure>
  );
}
