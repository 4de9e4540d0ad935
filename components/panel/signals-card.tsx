import type { SignalEntry } from "../../lib/message/protocol.ts";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Meter } from "../ui/meter.tsx";

export function SignalsCard({ signals }: { signals: readonly SignalEntry[] }) {
  const { t } = useI18n();
  return (
    <Card title={t("panel.signals.title")}>
      {signals.length === 0 ? (
        <EmptyState title={t("panel.signals.empty")} hint={t("panel.signals.emptyHint")} />
      ) : (
        <ul class="rows">
          {signals.map((entry) => (
            <li key={entry.signal} class="signal">
              <SignalRow entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function SignalRow({ entry }: { entry: SignalEntry }) {
  const { t, dateTime } = useI18n();
  const { done, of } = entry.progress;
  const text = t("panel.signals.progress", { done, of });
  if (entry.value) {
    return (
      <>
        <div class="signal-line">
          <p class="row-title">{entry.name}</p>
          <Badge tone="success" icon="check">
            {t("panel.signals.reached")}
          </Badge>
        </div>
        {entry.since !== null && (
          <p class="muted small">{t("panel.signals.since", { when: dateTime(entry.since) })}</p>
        )}
      </>
    );
  }
  return (
    <>
      <div class="signal-line">
        <p class="row-title">{entry.name}</p>
        <span class="muted numeric">{text}</span>
      </div>
      <Meter label={entry.name} text={text} done={done} of={of} />
    </>
  );
}
