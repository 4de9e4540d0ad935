import type { SignalReport } from "../../lib/model/signal-report.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import type { Somebody } from "./client.ts";
import { signalWord } from "./signal-words.ts";

/** Whose value is the newest; each can be asked about. */
export function LatestValues(props: { report: SignalReport; onAsk: (of: Somebody) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { report, onAsk } = props;
  return (
    <section class="stack">
      <h3>{t("signals.values.latest")}</h3>
      <Table
        caption={t("signals.values.latest")}
        columns={[
          { label: t("signals.values.person") },
          { label: t("signals.values.value") },
          { label: t("signals.values.since") },
          { label: t("signals.values.heard") },
          { label: t("signals.values.why") },
        ]}
        rows={report.latest.map((one) => ({
          key: `${one.anonymous} ${one.user}`,
          cells: [
            <span key="who" class="named">
              {personName(i18n, one)}
              {one.account && <span class="muted small">{one.account}</span>}
            </span>,
            signalWord(i18n, report.kind, one.value),
            one.since === null ? "" : <Moment key="since" at={one.since} />,
            <Moment key="at" at={one.at} />,
            <span key="ask" class="nowrap">
              <Button
                label={t("signals.values.askLabel", { person: personName(i18n, one) })}
                onClick={() => onAsk(one)}
              >
                {t("signals.values.ask")}
              </Button>
            </span>,
          ],
        }))}
      />
    </section>
  );
}

/** Somebody, or the device of nobody known. */
export function personName(
  { t }: ReturnType<typeof useI18n>,
  { user, anonymous }: Somebody,
): string {
  return anonymous ? `${t("people.anonymous")} ${user.slice(0, 8)}` : user;
}

function Moment({ at }: { at: number }) {
  return (
    <span class="nowrap">
      <Time at={at} />
    </span>
  );
}
