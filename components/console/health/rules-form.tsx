import type { ComponentChildren } from "preact";
import type { ChurnRules, HealthDefinitions } from "../../../lib/model/health.ts";
import { useI18n } from "../../ui/i18n.tsx";
import type { DefinitionsModel } from "./definitions-model.ts";
import { NumberField } from "./number-field.tsx";
import { WatchesForm } from "./watches-form.tsx";

const TOUCH_MODELS = ["high", "medium", "low"] as const;
const RISKS = ["low", "medium", "high"] as const;

/** Shares are shown in percent. */
const toPercent = (share: number) => Math.round(share * 1000) / 10;
const toShare = (percent: number) => percent / 100;

/** From when on something is a sign of churn, and how likely accounts leave. */
export function RulesForm({ model, draft }: { model: DefinitionsModel; draft: HealthDefinitions }) {
  const { t } = useI18n();
  const { churn, probability } = draft;
  const put = (part: Partial<ChurnRules>) =>
    model.edit((one) => ({ ...one, churn: { ...one.churn, ...part } }));
  const { drop, silence, tickets } = churn;
  return (
    <div class="stack">
      <Group title={t("health.rule.drop")}>
        {(["medium", "high"] as const).map((level) => (
          <NumberField
            key={level}
            label={t(`health.rule.drop.${level}`)}
            value={toPercent(drop[level])}
            min={1}
            max={100}
            onChange={(value) => put({ drop: { ...drop, [level]: toShare(value) } })}
          />
        ))}
        <NumberField
          label={t("health.rule.baseline")}
          value={drop.baseline}
          min={1}
          onChange={(baseline) => put({ drop: { ...drop, baseline } })}
        />
      </Group>
      <Group title={t("health.rule.silence")}>
        {TOUCH_MODELS.map((one) => (
          <NumberField
            key={one}
            label={t(`health.rule.silence.${one}`)}
            value={silence[one]}
            min={1}
            onChange={(days) => put({ silence: { ...silence, [one]: days } })}
          />
        ))}
      </Group>
      <Group title={t("health.rule.others")}>
        <NumberField
          label={t("health.rule.missed")}
          value={churn.missedMeetings}
          min={1}
          onChange={(missedMeetings) => put({ missedMeetings })}
        />
        <NumberField
          label={t("health.rule.tickets")}
          value={tickets.least}
          min={1}
          onChange={(least) => put({ tickets: { ...tickets, least } })}
        />
        <NumberField
          label={t("health.rule.champion")}
          value={churn.championDays}
          min={1}
          onChange={(championDays) => put({ championDays })}
        />
      </Group>
      <WatchesForm watches={churn.watches} onChange={(watches) => put({ watches })} />
      <Group title={t("health.rule.probability")}>
        {RISKS.map((risk) => (
          <NumberField
            key={risk}
            label={t(`health.risk.${risk}`)}
            value={toPercent(probability[risk])}
            min={0}
            max={100}
            onChange={(value) =>
              model.edit((one) => ({
                ...one,
                probability: { ...one.probability, [risk]: toShare(value) },
              }))
            }
          />
        ))}
      </Group>
    </div>
  );
}

function Group(props: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="health-when">
      <legend class="field-label">{props.title}</legend>
      <div class="health-measure">{props.children}</div>
    </fieldset>
  );
}
