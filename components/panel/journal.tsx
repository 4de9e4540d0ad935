import type { JournalEntry } from "../../lib/message/protocol.ts";
import { MessageProblem } from "../message-problem.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import type { OwnDataModel } from "./own-data-model.ts";

const TONES: Record<JournalEntry["state"], Tone> = {
  waiting: "neutral",
  sent: "warning",
  accepted: "success",
  rejected: "danger",
};

/** Every message that left the device, with the very text that was sent. */
export function Journal({ model }: { model: OwnDataModel }) {
  const { t } = useI18n();
  const view = model.journal.view.value;
  return (
    <div class="group">
      <Disclosure title={t("mine.journal")} open={model.isOpen.value} onToggle={model.toggle}>
        {view.state === "loading" && <Skeleton lines={4} />}
        {view.state === "failed" && (
          <MessageProblem error={view.error} onRetry={() => void model.journal.load()} />
        )}
        {view.state === "ready" && view.value.entries.length === 0 && (
          <EmptyState title={t("mine.nothingLeft")} hint={t("mine.nothingLeftHint")} />
        )}
        {view.state === "ready" && view.value.entries.length > 0 && (
          <>
            <p class="muted small">{t("mine.journalHint")}</p>
            <ul class="rows">
              {view.value.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ul>
            {view.value.next && (
              <div class="actions">
                <Button busy={model.busy.value === "more"} onClick={() => void model.more()}>
                  {t("mine.more")}
                </Button>
              </div>
            )}
          </>
        )}
      </Disclosure>
    </div>
  );
}

function Entry({ entry }: { entry: JournalEntry }) {
  const { t, number } = useI18n();
  const { capturedAt, storedAt, sentAt, answeredAt, tries } = entry;
  const times = [
    ["captured", capturedAt],
    ["stored", storedAt],
    ["sent", sentAt],
    ["answered", answeredAt],
  ] as const;
  return (
    <li class="journal-entry">
      <details>
        <summary>
          <span class="row-title">{entry.name}</span>
          <span class="row-note">
            <Badge tone={TONES[entry.state]}>{t(`mine.state.${entry.state}`)}</Badge>
            {sentAt !== null && <Time at={sentAt} />}
          </span>
        </summary>
        <Facts
          of={[
            ...times.map(
              ([what, at]) =>
                [t(`mine.at.${what}`), at === null ? "–" : <Time key={what} at={at} />] as const,
            ),
            ...(tries > 1 ? [[t("mine.tries"), number(tries)] as const] : []),
          ]}
        />
        {entry.reason !== null && (
          <p class="small" lang="en">
            {entry.reason}
          </p>
        )}
        <pre class="journal-json">{JSON.stringify(JSON.parse(entry.json), null, 2)}</pre>
      </details>
    </li>
  );
}
