import { useSignal } from "@preact/signals";
import type { ConsentStatus } from "../../lib/message/protocol.ts";
import type { ConsentAnswer } from "../../lib/model/consent.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { useI18n } from "../ui/i18n.tsx";

const TONES: Record<ConsentStatus["state"], Tone> = {
  granted: "success",
  refused: "neutral",
  pending: "warning",
};

/** What was answered so far, and a way to think better of it. */
export function ConsentFacts(props: {
  consent: ConsentStatus;
  busy: boolean;
  onAnswer: (answer: ConsentAnswer) => void;
}) {
  const { t } = useI18n();
  const asking = useSignal(false);
  const { state, hosts } = props.consent;
  return (
    <div class="consent">
      <div class="row">
        <p class="row-text">
          <span class="row-title">{t("consent.permission")}</span>
        </p>
        <Badge tone={TONES[state]}>{t(`consent.state.${state}`)}</Badge>
      </div>
      {hosts.length > 0 && (
        <ul class="rows">
          {hosts.map(({ host, answer }) => (
            <li key={host} class="small">
              {t(`consent.host.${answer}`, { host })}
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        {state === "granted" ? (
          <Button busy={props.busy} onClick={() => (asking.value = true)}>
            {t("consent.withdraw")}
          </Button>
        ) : (
          <Button busy={props.busy} onClick={() => props.onAnswer("granted")}>
            {t("consent.grant")}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking.value}
        title={t("consent.withdrawTitle")}
        confirm={t("consent.withdraw")}
        busy={props.busy}
        onClose={() => (asking.value = false)}
        onConfirm={() => {
          asking.value = false;
          props.onAnswer("refused");
        }}
      >
        {t("consent.withdrawBody")}
      </ConfirmDialog>
    </div>
  );
}
