import type { Status } from "../../lib/message/protocol.ts";
import { ConsentFacts } from "../consent/consent-facts.tsx";
import { ConsentQuestion } from "../consent/consent-question.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { OptionsModel } from "./model.ts";
import { FormRefusal } from "./problem.tsx";

export function ConsentCard({ model, status }: { model: OptionsModel; status: Status }) {
  const { t } = useI18n();
  const { consent } = status;
  const busy = model.busy.value === "consent";
  const answer = (given: "granted" | "refused") => void model.answer(given);
  if (consent.state === "pending") return <ConsentQuestion busy={busy} onAnswer={answer} />;
  return (
    <Card title={t("consent.card")} lead={t("consent.cardLead")}>
      <ConsentFacts consent={consent} busy={busy} onAnswer={answer} />
      <FormRefusal problem={model.problems.value.consent} />
    </Card>
  );
}
