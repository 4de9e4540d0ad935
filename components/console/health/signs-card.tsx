import { useState } from "preact/hooks";
import { CHURN_KINDS, type ChurnSignal } from "../../../lib/model/churn.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { Time } from "../../ui/time.tsx";
import type { AccountHealthModel, Sign } from "./account-health-model.ts";
import { signDetail, signName } from "./health-words.ts";
import { RiskBadge } from "./risk-badge.tsx";

/** Signs that the customer may leave: found and said ones, and a form to say one. */
export function SignsCard(props: { signals: readonly ChurnSignal[]; model: AccountHealthModel }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { signals, model } = props;
  return (
    <Card title={t("churn.title")} lead={t("churn.lead")}>
      {signals.length === 0 ? (
        <EmptyState title={t("churn.none")} />
      ) : (
        <ul class="rows">
          {signals.map((one) => (
            <SignRow key={one.id} sign={one} model={model} />
          ))}
        </ul>
      )}
      <Disclosure title={t("churn.say")} open={open} onToggle={() => setOpen(!open)}>
        <SayForm model={model} onDone={() => setOpen(false)} />
      </Disclosure>
    </Card>
  );
}

function SignRow({ sign, model }: { sign: ChurnSignal; model: AccountHealthModel }) {
  const i18n = useI18n();
  const { t } = i18n;
  const name = signName(i18n, sign);
  const detail = signDetail(i18n, sign);
  return (
    <li class="row health-row">
      <div class="row-text">
        <span class="row-title">
          {name}{" "}
          {sign.endedAt === null ? (
            <RiskBadge risk={sign.level} />
          ) : (
            <Badge>{t("churn.ended")}</Badge>
          )}
        </span>
        {detail !== "" && <span>{detail}</span>}
        <span class="row-note">
          <Time at={sign.at} withTime={false} />
          {" · "}
          {t(`churn.source.${sign.source}`)}
        </span>
      </div>
      {sign.source !== "found" && sign.endedAt === null && (
        <Button
          kind="quiet"
          label={t("churn.endLabel", { sign: name })}
          busy={model.busy.value}
          onClick={() => void model.end(sign)}
        >
          {t("churn.end")}
        </Button>
      )}
    </li>
  );
}

const EMPTY: Sign = { kind: "bake-off", level: "medium", name: "", note: "" };

function SayForm({ model, onDone }: { model: AccountHealthModel; onDone: () => void }) {
  const { t } = useI18n();
  const [sign, setSign] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const lacksName = sign.kind === "custom" && sign.name.trim() === "";
  const say = async () => {
    setTried(true);
    if (!lacksName && (await model.say({ ...sign, name: sign.name.trim() }))) onDone();
  };
  return (
    <Form label={t("churn.say")} onSubmit={() => void say()}>
      <Select
        label={t("churn.kind")}
        value={sign.kind}
        options={CHURN_KINDS.map((value) => ({ value, label: t(`churn.kind.${value}`) }))}
        onChange={(kind) => setSign({ ...sign, kind, ...(kind !== "custom" && { name: "" }) })}
      />
      {sign.kind === "custom" && (
        <Field
          label={t("churn.name")}
          value={sign.name}
          onInput={(name) => setSign({ ...sign, name })}
          error={tried && lacksName ? t("common.required") : undefined}
        />
      )}
      <Segmented
        label={t("churn.level")}
        value={sign.level}
        options={(["medium", "high"] as const).map((value) => ({
          value,
          label: t(`health.risk.${value}`),
        }))}
        onChange={(level) => setSign({ ...sign, level })}
      />
      <TextArea
        label={t("churn.note")}
        value={sign.note}
        onInput={(note) => setSign({ ...sign, note })}
      />
      <div class="actions">
        <Button kind="primary" submit busy={model.busy.value}>
          {t("churn.keep")}
        </Button>
      </div>
    </Form>
  );
}
