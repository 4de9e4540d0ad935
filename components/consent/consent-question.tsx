import type { ConsentAnswer } from "../../lib/model/consent.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";

/** Asks for what the workspace wants to be asked; stands in the extension's own pages and never over the host's. */
export function ConsentQuestion(props: {
  busy: boolean;
  onAnswer: (answer: ConsentAnswer) => void;
}) {
  const { t } = useI18n();
  return (
    <Card title={t("consent.title")} lead={t("consent.lead")}>
      <div class="collected">
        <h3>{t("consent.collected")}</h3>
        <ul>
          <li>{t("options.collect.features")}</li>
          <li>{t("options.collect.guides")}</li>
          <li>{t("options.collect.device")}</li>
        </ul>
        <p>{t("options.collect.never")}</p>
      </div>
      <p class="muted small">{t("consent.later")}</p>
      <div class="actions">
        {/* Yes and no look alike: neither is the answer that is wished for. */}
        <Button busy={props.busy} onClick={() => props.onAnswer("granted")}>
          {t("consent.grant")}
        </Button>
        <Button busy={props.busy} onClick={() => props.onAnswer("refused")}>
          {t("consent.refuse")}
        </Button>
      </div>
    </Card>
  );
}
