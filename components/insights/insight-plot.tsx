import type { SignalEntry } from "../../lib/message/protocol.ts";
import { ShareBar } from "../chart/share-bar.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Meter } from "../ui/meter.tsx";
import { StageBar, Strip, Weeks } from "./plots.tsx";

const ADOPTION_STAGES = ["unused", "tried", "adopted", "habitual"];

/** Periods of a retention that are shown: the newest. */
const PERIODS = 28;

/** The picture of a signal, where people would rather look than read; nothing where there is none. `text` says it in words. */
export function InsightPlot({ entry, text }: { entry: SignalEntry; text: string }) {
  const { t } = useI18n();
  const { definition, value, detail, progress } = entry;
  if (value === null) return null;
  const title = `${definition.name}: ${text}`;
  switch (definition.kind) {
    case "milestone":
      if (value || !progress) return null;
      return (
        <Meter
          label={definition.name}
          text={t("insights.milestone.progress", progress)}
          {...progress}
        />
      );
    case "adoption": {
      const stage = ADOPTION_STAGES.indexOf(String(value));
      return <StageBar title={title} done={stage} of={3} />;
    }
    case "usage":
      return <ShareBar share={Number(value)} />;
    case "active-days":
      return <Strip title={title} marks={marksOf(detail.strip)} />;
    case "retention":
      return <Strip title={title} marks={marksOf(detail.periods).slice(-PERIODS)} />;
    case "onboarding":
      return (
        <StageBar
          title={title}
          done={Number(detail.at)}
          of={Number(detail.of)}
          isStuck={detail.stuck === true}
        />
      );
    case "drop":
      return (
        <Weeks
          title={`${title}. ${t("insights.drop.plot")}`}
          weeks={Array.isArray(detail.weeks) ? detail.weeks.map(Number) : []}
          baseline={typeof detail.baseline === "number" ? detail.baseline : null}
          isLess={value !== "none"}
        />
      );
    case "frustration":
    case "outcome":
      return null;
  }
}

/** "101" → on, off, on. */
export function marksOf(text: unknown): boolean[] {
  return [...String(text ?? "")].map((mark) => mark === "1");
}
