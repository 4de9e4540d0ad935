import { localize } from "../../lib/model/locale.ts";
import type { GuideTargets } from "../../lib/model/query.ts";
import { ChartFigure, LegendItem } from "../chart/chart-figure.tsx";
import { ShareBar } from "../chart/share-bar.tsx";
import { StackChart } from "../chart/stack-chart.tsx";
import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { languageName } from "./language-name.ts";
import { type Counts, isDrifting, peopleOf, seenShare, trendOf } from "./targets.ts";

type Step = GuideTargets["steps"][number] & { name: string };

/** How often each step of a guide found its element. */
export function TargetsView({ targets }: { targets: GuideTargets }) {
  const { t, wanted } = useI18n();
  if (targets.steps.length === 0) {
    return <EmptyState title={t("targets.none")} hint={t("targets.noneHint")} />;
  }
  if (targets.steps.every((step) => peopleOf(step) === 0)) {
    return <EmptyState title={t("targets.unseen")} hint={t("targets.unseenHint")} />;
  }
  const steps = targets.steps.map((step) => ({
    ...step,
    name: `${step.at}. ${localize(step.title, wanted)}`,
  }));
  return (
    <div class="stack">
      {steps.some(isDrifting) && <Notice tone="warning" title={t("targets.drift")} />}
      <Shares targets={targets} steps={steps} />
      <Places steps={steps} />
    </div>
  );
}

function Shares({ targets, steps }: { targets: GuideTargets; steps: readonly Step[] }) {
  const { t, number, percent, wanted } = useI18n();
  const title = t("targets.chart", { guide: localize(targets.name, wanted) });
  const figure = (counts: Counts) => {
    const share = seenShare(counts);
    return share === null ? "" : t("targets.foundShare", { share: percent(share) });
  };
  const course = (values: readonly number[]) => {
    const last = values.at(-1);
    return last === undefined
      ? null
      : { title: t("targets.trend", { share: percent(last) }), values };
  };
  return (
    <ChartFigure
      title={title}
      legend={
        <>
          <LegendItem tone="plot">{t("targets.found")}</LegendItem>
          <LegendItem tone="plot-soft">{t("targets.likely")}</LegendItem>
          <LegendItem tone="warning">{t("targets.missing")}</LegendItem>
          <Badge>{t("guides.version", { version: String(targets.version) })}</Badge>
        </>
      }
      table={{
        columns: [
          { label: t("guides.step") },
          { label: t("targets.found"), align: "end" },
          { label: t("targets.likely"), align: "end" },
          { label: t("targets.missing"), align: "end" },
          { label: t("targets.lastSeen") },
          { label: t("targets.lastMissing") },
        ],
        rows: steps.map((step) => ({
          key: step.step,
          cells: [
            step.name,
            number(step.found),
            number(step.likely),
            number(step.missing),
            <Moment key="seen" at={step.lastSeen} />,
            <Moment key="missing" at={step.lastMissing} />,
          ],
        })),
      }}
    >
      <StackChart
        title={title}
        description={steps.map((step) => `${step.name}: ${figure(step)}`).join("; ")}
        rows={steps.map((step) => ({
          key: step.step,
          title: step.name,
          figure: figure(step),
          parts: [
            { tone: "plot", count: step.found },
            { tone: "plot-soft", count: step.likely },
            { tone: "warning", count: step.missing },
          ],
          trend: course(trendOf(step)),
          notes:
            peopleOf(step) === 0
              ? [{ text: t("targets.quiet") }]
              : [
                  { text: t("targets.people", { count: peopleOf(step) }) },
                  ...(step.missing > 0
                    ? [
                        {
                          text: `${t("targets.missing")}: ${number(step.missing)}`,
                          warning: isDrifting(step),
                        },
                      ]
                    : []),
                ],
        }))}
      />
    </ChartFigure>
  );
}

/** Where a target goes missing: often in one language, or since one version of the app. */
function Places({ steps }: { steps: readonly Step[] }) {
  const { t, number, percent, wanted } = useI18n();
  const rows = steps.flatMap((step) =>
    step.places.map((place) => ({
      key: `${step.step} ${place.lang} ${place.build}`,
      cells: [
        <span key="step" class="named">
          {step.name}
        </span>,
        <span key="lang" class="nowrap">
          {place.lang === null ? <Unknown /> : languageName(place.lang, wanted)}
        </span>,
        place.build === null ? <Unknown key="build" /> : <code key="build">{place.build}</code>,
        number(peopleOf(place)),
        <span key="share" class="share">
          <span class="numeric">{percent(seenShare(place) ?? 0)}</span>
          <ShareBar share={seenShare(place) ?? 0} />
        </span>,
        <Moment key="last" at={place.last} />,
      ],
    })),
  );
  return (
    <section class="stack">
      <h3>{t("targets.places")}</h3>
      <Table
        caption={t("targets.places")}
        columns={[
          { label: t("guides.step") },
          { label: t("targets.lang") },
          { label: t("targets.build") },
          { label: t("targets.looked"), align: "end" },
          { label: t("targets.found") },
          { label: t("people.lastSeen") },
        ]}
        rows={rows}
      />
    </section>
  );
}

function Unknown() {
  const { t } = useI18n();
  return <span class="muted">{t("targets.unknown")}</span>;
}

function Moment({ at }: { at: number | null }) {
  const { t } = useI18n();
  return at === null ? (
    <span class="muted">{t("common.never")}</span>
  ) : (
    <span class="nowrap">
      <Time at={at} withTime={false} />
    </span>
  );
}
