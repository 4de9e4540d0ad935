import { CHURN_KINDS, type ChurnWatch } from "../../../lib/model/churn.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Select } from "../../ui/select.tsx";
import { NumberField } from "./number-field.tsx";

const MOST = 30;

/** The workspace's own rules: a number of the account at a limit, or a share of its people for whom a signal holds. */
export function WatchesForm(props: {
  watches: readonly ChurnWatch[];
  onChange: (watches: ChurnWatch[]) => void;
}) {
  const { t } = useI18n();
  const { watches, onChange } = props;
  return (
    <fieldset class="health-when">
      <legend class="field-label">{t("health.watches")}</legend>
      <p class="muted small">{t("health.watchesHint")}</p>
      {watches.map((watch, at) => (
        <WatchForm
          key={watch.id}
          watch={watch}
          onChange={(changed) =>
            onChange(watches.map((one, place) => (place === at ? changed : one)))
          }
          onRemove={() => onChange(watches.filter((_, place) => place !== at))}
        />
      ))}
      <div class="actions">
        <Button
          icon="plus"
          disabled={watches.length >= MOST}
          onClick={() => onChange([...watches, newWatch(watches)])}
        >
          {t("health.addWatch")}
        </Button>
      </div>
    </fieldset>
  );
}

export function newWatch(watches: readonly ChurnWatch[]): ChurnWatch {
  let n = watches.length + 1;
  while (watches.some(({ id }) => id === `rule-${n}`)) n += 1;
  const on = { type: "attribute", attribute: "", op: ">=", value: 1, freshDays: 90 } as const;
  return { id: `rule-${n}`, kind: "custom", level: "medium", on };
}

function WatchForm(props: {
  watch: ChurnWatch;
  onChange: (watch: ChurnWatch) => void;
  onRemove: () => void;
}) {
  const { t } = useI18n();
  const { watch, onChange } = props;
  const put = (part: Partial<ChurnWatch>) => onChange({ ...watch, ...part });
  return (
    <div class="health-measure">
      <Select
        label={t("churn.kind")}
        value={watch.kind}
        options={CHURN_KINDS.map((value) => ({ value, label: t(`churn.kind.${value}`) }))}
        onChange={(kind) => put({ kind })}
      />
      <Select
        label={t("churn.level")}
        value={watch.level}
        options={(["medium", "high"] as const).map((value) => ({
          value,
          label: t(`health.risk.${value}`),
        }))}
        onChange={(level) => put({ level })}
      />
      <Select
        label={t("health.watch.on")}
        value={watch.on.type}
        options={(["attribute", "signal"] as const).map((value) => ({
          value,
          label: t(`health.measure.${value}`),
        }))}
        onChange={(type) =>
          put({
            on:
              type === "signal"
                ? { type, signal: "", share: 25 }
                : { type, attribute: "", op: ">=", value: 1, freshDays: 90 },
          })
        }
      />
      <Limit on={watch.on} onChange={(on) => put({ on })} />
      <Button kind="quiet" icon="trash" iconOnly onClick={props.onRemove}>
        {t("health.removeWatch")}
      </Button>
    </div>
  );
}

function Limit(props: { on: ChurnWatch["on"]; onChange: (on: ChurnWatch["on"]) => void }) {
  const { t } = useI18n();
  const { on, onChange } = props;
  if (on.type === "signal") {
    return (
      <>
        <Field
          label={t("health.param.signal")}
          value={on.signal}
          onInput={(signal) => onChange({ ...on, signal })}
        />
        <NumberField
          label={t("health.watch.share")}
          value={on.share}
          min={0.1}
          max={100}
          onChange={(share) => onChange({ ...on, share })}
        />
      </>
    );
  }
  return (
    <>
      <Field
        label={t("health.param.attribute")}
        value={on.attribute}
        onInput={(attribute) => onChange({ ...on, attribute })}
      />
      <Select
        label={t("health.watch.op")}
        value={on.op}
        options={[
          { value: ">=", label: t("health.watch.atLeast") },
          { value: "<=", label: t("health.watch.atMost") },
        ]}
        onChange={(op) => onChange({ ...on, op })}
      />
      <NumberField
        label={t("health.watch.value")}
        value={on.value}
        onChange={(value) => onChange({ ...on, value })}
      />
      <NumberField
        label={t("health.param.freshDays")}
        value={on.freshDays}
        min={1}
        max={3650}
        onChange={(freshDays) => onChange({ ...on, freshDays })}
      />
    </>
  );
}
