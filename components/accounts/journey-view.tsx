import { type JourneyMap, TOUCHPOINTS } from "../../lib/model/account-work.ts";
import { localize } from "../../lib/model/locale.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { RangeChart } from "../chart/range-chart.tsx";
import { writeAddress } from "../console/address.ts";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { amountText } from "../ui/amount-text.ts";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import { JourneyEditor } from "./journey-editor.tsx";
import type { AccountsModel } from "./model.ts";
import { NoAccounts } from "./no-accounts.tsx";

type Stage = JourneyMap["stages"][number];

/** Where accounts are on their way, where they wait and fall off, and what they met there. */
export function JourneyView({ model, context }: { model: AccountsModel; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Report resource={model.journey} context={context}>
      {(map) => {
        const all = map.stages.reduce((sum, { accounts }) => sum + accounts, map.nowhere);
        return (
          <div class="stack">
            <Card title={t("journey.title")} lead={t("journey.lead")}>
              {all === 0 ? <NoAccounts /> : <Where map={map} />}
              {map.nowhere > 0 && (
                <p class="muted small">{t("journey.nowhere", { count: map.nowhere })}</p>
              )}
            </Card>
            {all > 0 && <MetCard map={map} />}
            <JourneyEditor
              key={JSON.stringify(map.stages.map(({ id }) => id))}
              model={model}
              map={map}
              context={context}
            />
          </div>
        );
      }}
    </Report>
  );
}

function Where({ map }: { map: JourneyMap }) {
  const i18n = useI18n();
  const { t, number, wanted } = i18n;
  const title = t("journey.where");
  const wait = ({ medianDays }: Stage) =>
    medianDays === null ? "—" : t("journey.days", { count: medianDays });
  const money = ({ mrr }: Stage) =>
    mrr.map(({ minor, currency }) => amountText(i18n, minor, currency)).join(" + ") || "—";
  const rows = map.stages.map((stage) => ({
    key: stage.id,
    title: localize(stage.name, wanted),
    figure: t("accounts.count", { count: stage.accounts }),
    from: 0,
    to: stage.accounts,
    tone: stage.stuck > 0 ? ("warning" as const) : ("plot" as const),
    notes: [
      ...(stage.medianDays === null ? [] : [t("journey.wait", { days: wait(stage) })]),
      ...(stage.stuck > 0 ? [t("journey.stuck", { count: stage.stuck })] : []),
      ...(stage.mrr.length > 0 ? [t("account.aMonth", { amount: money(stage) })] : []),
      ...(stage.came.all > 0
        ? [
            t("journey.came", {
              count: stage.came.all,
              on: number(stage.came.on),
              left: number(stage.came.left),
            }),
          ]
        : []),
    ],
  }));
  return (
    <ChartFigure
      title={title}
      legend={t("journey.legend")}
      table={{
        columns: [
          { label: t("accounts.stage") },
          { label: t("journey.accounts"), align: "end" },
          { label: t("journey.median"), align: "end" },
          { label: t("journey.stuckShort"), align: "end" },
          { label: t("accounts.mrr"), align: "end" },
          { label: t("journey.cameShort"), align: "end" },
          { label: t("journey.on"), align: "end" },
          { label: t("journey.back"), align: "end" },
          { label: t("journey.left"), align: "end" },
          { label: t("journey.here"), align: "end" },
        ],
        rows: map.stages.map((stage) => ({
          key: stage.id,
          cells: [
            localize(stage.name, wanted),
            number(stage.accounts),
            wait(stage),
            number(stage.stuck),
            money(stage),
            ...(["all", "on", "back", "left", "here"] as const).map((to) => number(stage.came[to])),
          ],
        })),
      }}
    >
      <RangeChart
        title={title}
        description={rows
          .map((row) => `${row.title}: ${row.figure}, ${row.notes.join(", ")}`)
          .join("; ")}
        whole={Math.max(1, ...rows.map(({ to }) => to))}
        rows={rows}
      />
    </ChartFigure>
  );
}

/** Stages × touchpoints. A cell leads to the accounts that it counts. */
function MetCard({ map }: { map: JourneyMap }) {
  const { t, number, wanted } = useI18n();
  const list = (query: Record<string, string>) =>
    writeAddress({ section: "accounts", id: null, query: { view: "list", ...query } });
  return (
    <Card title={t("journey.met")} lead={t("journey.metLead")}>
      <Table
        sticky
        caption={t("journey.met")}
        columns={[
          { label: t("accounts.stage") },
          { label: t("journey.accounts"), align: "end" },
          ...TOUCHPOINTS.map((one) => ({ label: t(`journey.met.${one}`), align: "end" as const })),
        ]}
        rows={map.stages.map(({ id, name, accounts, met }) => {
          const stage = localize(name, wanted);
          return {
            key: id,
            cells: [
              <span key="stage" class="nowrap">
                {stage}
              </span>,
              accounts === 0 ? (
                "0"
              ) : (
                <a
                  key="all"
                  class="link"
                  href={list({ stage: id })}
                  aria-label={`${stage}: ${number(accounts)}`}
                >
                  {number(accounts)}
                </a>
              ),
              ...TOUCHPOINTS.map((touchpoint) => {
                const count = met[touchpoint] ?? 0;
                if (count === 0) return <span class="muted">0</span>;
                const label = `${stage}, ${t(`journey.met.${touchpoint}`)}: ${number(count)}`;
                return (
                  <a
                    key={touchpoint}
                    class="link"
                    href={list({ stage: id, touchpoint })}
                    aria-label={label}
                  >
                    {number(count)}
                  </a>
                );
              }),
            ],
          };
        })}
      />
    </Card>
  );
}
