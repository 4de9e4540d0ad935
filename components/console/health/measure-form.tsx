import { type HealthMeasure, MEASURE_KINDS } from "../../../lib/model/health-measure.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Select } from "../../ui/select.tsx";
import { NumberField } from "./number-field.tsx";

/** A measure of a kind as it begins. */
export function newMeasure(kind: HealthMeasure["kind"], weight = 1): HealthMeasure {
  switch (kind) {
    case "active-users":
      return { kind, weight, target: 50 };
    case "breadth":
      return { kind, weight, target: 60 };
    case "feature":
      return { kind, weight, feature: "", perWeek: 1 };
    case "signal":
      return { kind, weight, signal: "", target: 80 };
    case "contact":
      return { kind, weight, good: 14, bad: 45 };
    case "attribute":
      return { kind, weight, attribute: "", good: 9, bad: 0, freshDays: 180 };
    default:
      return { kind, weight };
  }
}

export function MeasureForm(props: {
  measure: HealthMeasure;
  onChange: (measure: HealthMeasure) => void;
  onRemove: (() => void) | null;
}) {
  const { t } = useI18n();
  const { measure, onChange } = props;
  return (
    <div class="health-measure">
      <Select
        label={t("health.measure")}
        value={measure.kind}
        options={MEASURE_KINDS.map((value) => ({ value, label: t(`health.measure.${value}`) }))}
        onChange={(kind) => onChange(newMeasure(kind, measure.weight))}
      />
      <Parameters measure={measure} onChange={onChange} />
      <NumberField
        label={t("health.weight")}
        value={measure.weight}
        min={0.1}
        max={100}
        onChange={(weight) => onChange({ ...measure, weight })}
      />
      {props.onRemove && (
        <Button kind="quiet" icon="trash" iconOnly onClick={props.onRemove}>
          {t("health.removeMeasure")}
        </Button>
      )}
      <p class="muted small health-measure-hint">{t(`health.hint.${measure.kind}`)}</p>
    </div>
  );
}

function Parameters(props: { measure: HealthMeasure; onChange: (measure: HealthMeasure) => void }) {
  const { t } = useI18n();
  const { measure, onChange } = props;
  switch (measure.kind) {
    case "active-users":
      return <Target measure={measure} onChange={onChange} />;
    case "breadth":
      return (
        <>
          <Field
            label={t("health.param.group")}
            value={measure.group ?? ""}
            onInput={(text) => onChange({ ...measure, group: text === "" ? undefined : text })}
          />
          <Target measure={measure} onChange={onChange} />
        </>
      );
    case "feature":
      return (
        <>
          <Field
            label={t("health.param.feature")}
            value={measure.feature}
            onInput={(feature) => onChange({ ...measure, feature })}
          />
          <NumberField
            label={t("health.param.perWeek")}
            value={measure.perWeek}
            min={0.01}
            onChange={(perWeek) => onChange({ ...measure, perWeek })}
          />
        </>
      );
    case "signal":
      return (
        <>
          <Field
            label={t("health.param.signal")}
            value={measure.signal}
            onInput={(signal) => onChange({ ...measure, signal })}
          />
          <Target measure={measure} onChange={onChange} />
        </>
      );
    case "contact":
      return <Ends measure={measure} onChange={onChange} />;
    case "attribute":
      return (
        <>
          <Field
            label={t("health.param.attribute")}
            value={measure.attribute}
            onInput={(attribute) => onChange({ ...measure, attribute })}
          />
          <Ends measure={measure} onChange={onChange} />
          <NumberField
            label={t("health.param.freshDays")}
            value={measure.freshDays}
            min={1}
            max={3650}
            onChange={(freshDays) => onChange({ ...measure, freshDays })}
          />
        </>
      );
    default:
      return null;
  }
}

function Target<M extends HealthMeasure & { target: number }>(props: {
  measure: M;
  onChange: (measure: M) => void;
}) {
  const { t } = useI18n();
  return (
    <NumberField
      label={t("health.param.target")}
      value={props.measure.target}
      min={0.1}
      max={100}
      onChange={(target) => props.onChange({ ...props.measure, target })}
    />
  );
}

function Ends<M extends HealthMeasure & { good: number; bad: number }>(props: {
  measure: M;
  onChange: (measure: M) => void;
}) {
  const { t } = useI18n();
  const { measure, onChange } = props;
  return (
    <>
      <NumberField
        label={t("health.param.good")}
        value={measure.good}
        onChange={(good) => onChange({ ...measure, good })}
      />
      <NumberField
        label={t("health.param.bad")}
        value={measure.bad}
        onChange={(bad) => onChange({ ...measure, bad })}
      />
    </>
  );
}
