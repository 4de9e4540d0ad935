import type { EvidenceEntry, Insights } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { MessageProblem } from "../message-problem.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import type { InsightsModel } from "./insights-model.ts";

/** The events behind the open signal, once somebody asks for them. */
export function EvidenceList(props: {
  model: InsightsModel;
  names: Insights["names"];
  signal: string;
}) {
  const { t } = useI18n();
  const { model } = props;
  const evidence = model.evidence.value;
  if (evidence === null) {
    return (
      <div class="actions">
        <Button
          label={t("insights.evidenceOf", { signal: props.signal })}
          onClick={() => void model.showEvidence()}
        >
          {t("insights.evidence")}
        </Button>
      </div>
    );
  }
  if (evidence.state === "loading") return <Skeleton lines={3} />;
  if (evidence.state === "failed") {
    return <MessageProblem error={evidence.error} onRetry={() => void model.showEvidence()} />;
  }
  const { events, gone } = evidence.value;
  return (
    <section class="insight-evidence" aria-label={t("insights.evidenceTitle")}>
      {events.length === 0 && gone === 0 && <p class="muted small">{t("insights.evidenceNone")}</p>}
      <ol>
        {events.map((event) => (
          <li key={event.id}>
            <EventName event={event} names={props.names} />
            <span class="muted small">
              <Time at={event.at} />
            </span>
          </li>
        ))}
      </ol>
      {gone > 0 && <p class="muted small">{t("insights.evidenceGone", { count: gone })}</p>}
    </section>
  );
}

function EventName({ event, names }: { event: EvidenceEntry; names: Insights["names"] }) {
  const { t, wanted } = useI18n();
  switch (event.kind) {
    case "feature":
      return <span>{names.features[event.feature] ?? event.feature}</span>;
    case "friction":
      return <span>{t(`insights.friction.${event.what}`)}</span>;
    case "guide": {
      const name = names.guides[event.guide];
      const guide = name ? localize(name, wanted) : event.guide;
      return <span>{t("insights.event.shown", { guide })}</span>;
    }
  }
}
