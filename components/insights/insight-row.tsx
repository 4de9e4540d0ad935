import { useId } from "preact/hooks";
import type { Insights, SignalEntry } from "../../lib/message/protocol.ts";
import { Badge } from "../ui/badge.tsx";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Time } from "../ui/time.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { figuresOf } from "./figures.ts";
import { InsightPlot } from "./insight-plot.tsx";
import { InsightTable } from "./insight-table.tsx";
import type { InsightsModel } from "./insights-model.ts";
import { valueText } from "./value-text.ts";

interface RowProps {
  entry: SignalEntry;
  insights: Insights;
  model: InsightsModel;
}

/** One signal: its value in words, a picture of it, since when, and on demand what it was made of. */
export function InsightRow(props: RowProps) {
  const translator = useI18n();
  const { t, date } = translator;
  const id = useId();
  const { entry, model } = props;
  const { definition, since, detail } = entry;
  const { text, tone, why } = valueText(entry, translator);
  const isOpen = model.open.value === definition.id;
  const isPlain = tone === "neutral";
  const { progress } = entry;
  const isUnderWay = definition.kind === "milestone" && !entry.value && progress !== null;
  const said = isUnderWay ? t("insights.milestone.progress", progress) : text;
  return (
    <li class="insight">
      <div class="signal-line">
        <h3 class="row-title">{definition.name}</h3>
        {isPlain ? (
          <span class={entry.value === null ? "muted" : "numeric"}>{said}</span>
        ) : (
          <Badge tone={tone} {...(tone === "success" && { icon: "check" as const })}>
            {said}
          </Badge>
        )}
      </div>
      <InsightPlot entry={entry} text={text} />
      {typeof detail.stuckSince === "number" && (
        <Badge tone="warning">
          {t("insights.onboarding.stuck", { when: date(detail.stuckSince) })}
        </Badge>
      )}
      <div class="insight-foot">
        <span class="muted small">
          {why ?? (since !== null && t("insights.since", { when: translator.dateTime(since) }))}
        </span>
        <button
          type="button"
          class="insight-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={t("insights.detailsOf", { signal: definition.name })}
          onClick={() => model.toggle(definition.id)}
        >
          {t("insights.details")}
        </button>
      </div>
      {isOpen && (
        <div id={id} class="insight-details">
          <Details {...props} />
        </div>
      )}
    </li>
  );
}

function Details({ entry, insights, model }: RowProps) {
  const translator = useI18n();
  const { t, number } = translator;
  const { from } = entry;
  return (
    <>
      <Facts
        of={[
          ...figuresOf(entry, insights.names, translator),
          ...(from === null ? [] : [[t("insights.from"), <Time key="from" at={from} />] as const]),
          [t("insights.version"), number(entry.version)],
        ]}
      />
      {from !== null && <p class="muted small">{t("insights.fromHint")}</p>}
      <InsightTable entry={entry} now={insights.at} />
      <EvidenceList model={model} names={insights.names} signal={entry.definition.name} />
    </>
  );
}
