import type { SignalEntry } from "../../lib/message/protocol.ts";
import { DAY_MS } from "../../lib/signal/day.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import { marksOf } from "./insight-plot.tsx";

/** The figures of the plot. `now`: the moment of the values, epoch ms. */
export function InsightTable({ entry, now }: { entry: SignalEntry; now: number }) {
  const { t, number, day, date } = useI18n();
  const { definition, detail } = entry;
  const caption = definition.name;
  const utc = (ms: number) => day(new Date(ms).toISOString().slice(0, 10));
  const mark = (isOn: boolean) => t(isOn ? "insights.active.yes" : "insights.active.no");
  if (definition.kind === "active-days") {
    const marks = marksOf(detail.strip);
    return (
      <Table
        caption={caption}
        columns={[
          { label: t("insights.active.day") },
          { label: t("insights.active.active"), align: "end" },
        ]}
        rows={marks.toReversed().map((isOn, ago) => {
          const label = utc(now - ago * DAY_MS);
          return { key: label, cells: [label, mark(isOn)] };
        })}
      />
    );
  }
  if (definition.kind === "retention") {
    const length = definition.period === "day" ? DAY_MS : 7 * DAY_MS;
    const firstAt = Number(detail.firstAt);
    return (
      <Table
        caption={caption}
        columns={[
          { label: t("insights.retention.period") },
          { label: t("insights.active.active"), align: "end" },
        ]}
        rows={marksOf(detail.periods)
          .map((isOn, at) => {
            const label = date(firstAt + at * length);
            return { key: label, cells: [label, mark(isOn)] };
          })
          .toReversed()}
      />
    );
  }
  if (definition.kind === "drop" && Array.isArray(detail.weeks)) {
    const monday = lastMonday(now);
    return (
      <Table
        caption={caption}
        columns={[
          { label: t("insights.drop.week") },
          { label: t("insights.drop.uses"), align: "end" },
        ]}
        rows={detail.weeks.toReversed().map((uses, ago) => {
          const label = utc(monday - (ago + 1) * 7 * DAY_MS);
          return { key: label, cells: [label, number(Number(uses))] };
        })}
      />
    );
  }
  return null;
}

/** The Monday, 00:00 UTC, of the week of a moment. */
function lastMonday(now: number): number {
  const today = Math.floor(now / DAY_MS);
  return (today - ((today + 3) % 7)) * DAY_MS;
}
