import type { StepForm, WithoutForm } from "../../lib/draft/sequence-form.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { FeatureList } from "./condition-features.tsx";
import {
  ChoiceField,
  DurationField,
  type FieldsOf,
  NumberField,
  options,
} from "./condition-fields.tsx";

export function SequenceFields({ form, onChange, isWrong }: FieldsOf<"sequence">) {
  const { t } = useI18n();
  const { steps } = form;
  const without = form.without ?? [];
  const setSteps = (next: StepForm[]) => onChange({ ...form, steps: next });
  const setWithout = (next: WithoutForm[]) =>
    onChange({ ...form, without: next.length > 0 ? next : null });
  const first = steps[0]?.features[0] ?? "";
  return (
    <>
      {steps.map((step, at) => {
        const n = at + 1;
        const name = `sequence.steps[${at}]`;
        return (
          <fieldset class="builder-part" key={at}>
            <legend class="field-label">{t("build.field.step", { n })}</legend>
            <FeatureList
              label={t("build.field.anyOf", { n })}
              features={step.features}
              wrong={isWrong(`${name}.feature`)}
              onChange={(features) => setSteps(steps.with(at, { ...step, features }))}
            />
            <NumberField
              label={t("build.field.stepTimes", { n })}
              placeholder="1"
              value={step.times}
              error={isWrong(`${name}.times`) ? t("build.wrong.stepTimes") : undefined}
              onChange={(times) => setSteps(steps.with(at, { ...step, times }))}
            />
            <div class="actions">
              <Button
                kind="quiet"
                disabled={at === 0}
                label={`${t("build.up")}: ${t("build.field.step", { n })}`}
                onClick={() => setSteps(swapped(steps, at - 1))}
              >
                {t("build.up")}
              </Button>
              <Button
                kind="quiet"
                disabled={steps.length === 1}
                label={`${t("build.remove")}: ${t("build.field.step", { n })}`}
                onClick={() => setSteps(steps.toSpliced(at, 1))}
              >
                {t("build.remove")}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {isWrong("sequence.steps") && <p class="field-error">{t("build.wrong.sequence")}</p>}
      <div class="actions">
        <Button
          disabled={steps.length >= 32}
          onClick={() => setSteps([...steps, { features: [first], list: false, times: "" }])}
        >
          {t("build.sequence.addStep")}
        </Button>
      </div>
      <DurationField
        label={t("build.field.within")}
        hint={t("build.hint.ever")}
        value={form.within}
        error={isWrong("sequence.within") ? t("build.wrong.duration") : undefined}
        onChange={(within) => onChange({ ...form, within })}
      />
      <Select
        label={t("build.field.order")}
        value={form.order || "loose"}
        options={options(["loose", "strict"], (order) => t(`build.order.${order}`))}
        onChange={(order) => onChange({ ...form, order })}
      />
      {without.map((entry, at) => (
        <Without
          key={at}
          n={at + 1}
          entry={entry}
          steps={steps.length}
          wrong={isWrong(`sequence.without[${at}]`)}
          onChange={(next) => setWithout(without.with(at, next))}
          onRemove={() => setWithout(without.toSpliced(at, 1))}
        />
      ))}
      <div class="actions">
        <Button
          disabled={without.length >= 20}
          onClick={() => setWithout([...without, { features: [first], between: null }])}
        >
          {t("build.sequence.addWithout")}
        </Button>
      </div>
    </>
  );
}

function swapped<T>(items: readonly T[], at: number): T[] {
  const [a, b] = [items[at], items[at + 1]];
  return a === undefined || b === undefined ? [...items] : items.with(at, b).with(at + 1, a);
}

/** What must not come in between, anywhere or between two steps. */
function Without(props: {
  n: number;
  entry: WithoutForm;
  steps: number;
  wrong: boolean;
  onChange: (entry: WithoutForm) => void;
  onRemove: () => void;
}) {
  const { t } = useI18n();
  const { n, entry, onChange } = props;
  const { between } = entry;
  const label = t("build.field.without", { n });
  return (
    <fieldset class="builder-part">
      <legend class="field-label">{label}</legend>
      {between ? (
        <FeatureList
          label={t("build.field.feature")}
          features={entry.features}
          wrong={props.wrong}
          onChange={(features) => onChange({ ...entry, features })}
        />
      ) : (
        <ChoiceField
          label={t("build.field.feature")}
          kind="features"
          value={entry.features[0] ?? ""}
          onChange={(feature) => onChange({ ...entry, features: [feature] })}
        />
      )}
      <Select
        label={t("build.field.between")}
        value={between ? "these" : "anywhere"}
        options={options(["anywhere", "these"], (where) => t(`build.sequence.${where}`))}
        onChange={(where) =>
          onChange(
            where === "these"
              ? { ...entry, between: ["1", String(props.steps)] }
              : { features: entry.features.slice(0, 1), between: null },
          )
        }
      />
      {between && (
        <div class="builder-pair">
          <NumberField
            label={t("build.field.fromStep")}
            value={between[0]}
            error={props.wrong ? t("build.wrong.without") : undefined}
            onChange={(from) => onChange({ ...entry, between: [from, between[1]] })}
          />
          <NumberField
            label={t("build.field.toStep")}
            value={between[1]}
            onChange={(to) => onChange({ ...entry, between: [between[0], to] })}
          />
        </div>
      )}
      <div class="actions">
        <Button kind="quiet" label={`${t("build.remove")}: ${label}`} onClick={props.onRemove}>
          {t("build.remove")}
        </Button>
      </div>
    </fieldset>
  );
}
