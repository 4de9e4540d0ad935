import { useEffect, useRef } from "preact/hooks";
import type { SignalEvidence } from "../../lib/model/signal-report.ts";
import type { SignalKind } from "../../lib/model/signal-value.ts";
import { Button } from "../ui/button.tsx";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { personName } from "./latest-values.tsx";
import { Report, type ReportContext } from "./report-card.tsx";
import { signalWord } from "./signal-words.ts";
import type { SignalsReport } from "./signals-report.ts";

/** Why somebody's signal is what it is. It is gone to when it opens: it opens above the table it was asked from. */
export function EvidenceView(props: {
  model: SignalsReport;
  kind: SignalKind | null;
  context: ReportContext;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const somebody = props.model.somebody.value;
  if (!somebody) return null;
  const title = t("signals.evidence.title", { person: personName(i18n, somebody) });
  return (
    <section class="stack" aria-label={title}>
      <div class="filter">
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <Button kind="quiet" onClick={() => props.model.ask(null)}>
          {t("common.close")}
        </Button>
      </div>
      <Report resource={props.model.evidence} context={props.context}>
        {(evidence) => <Evidence evidence={evidence} kind={props.kind} />}
      </Report>
    </section>
  );
}

function Evidence({ evidence, kind }: { evidence: SignalEvidence; kind: SignalKind | null }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { value, since, at, version, events, kept } = evidence;
  return (
    <div class="stack">
      <Facts
        of={[
          [t("signals.values.value"), signalWord(i18n, kind, value)],
          ...(since === null
            ? []
            : [[t("signals.values.since"), <Time key="s" at={since} />] as const]),
          [t("signals.values.heard"), <Time key="h" at={at} />],
          [t("guides.version", { version: String(version) }), ""],
        ]}
      />
      {events.length > 0 && (
        <Table
          caption={t("signals.evidence.events")}
          columns={[
            { label: t("signals.evidence.time") },
            { label: t("signals.evidence.event") },
            { label: t("signals.evidence.feature") },
            { label: t("signals.evidence.id") },
          ]}
          rows={events.map((event) => ({
            key: event.id,
            cells: [
              <span key="at" class="nowrap">
                <Time at={event.at} />
              </span>,
              <span key="event" class="nowrap">
                {event.event}
              </span>,
              event.feature ?? "",
              <code key="id" class="nowrap">
                {event.id}
              </code>,
            ],
          }))}
        />
      )}
      {kept > 0 && <p class="muted">{t("signals.evidence.kept", { count: kept })}</p>}
      {events.length + kept === 0 && <p class="muted">{t("signals.evidence.none")}</p>}
    </div>
  );
}
