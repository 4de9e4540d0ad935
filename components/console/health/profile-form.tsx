import type { HealthProfile, HealthScoreDefinition } from "../../../lib/model/health.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import type { DefinitionsModel } from "./definitions-model.ts";
import { nameOf } from "./health-words.ts";
import { MeasureForm, newMeasure } from "./measure-form.tsx";

const TOUCH_MODELS = ["high", "medium", "low"] as const;

/** One segment: whom it fits, its scores and their measures. */
export function ProfileForm(props: {
  model: DefinitionsModel;
  profile: HealthProfile;
  at: number;
  isLast: boolean;
}) {
  const i18n = useI18n();
  const { t, language } = i18n;
  const { model, profile, at } = props;
  const put = (part: Partial<HealthProfile>) =>
    model.editProfile(at, (one) => ({ ...one, ...part }));
  const putScore = (index: number, score: HealthScoreDefinition) =>
    put({ scores: profile.scores.map((one, place) => (place === index ? score : one)) });
  return (
    <div class="stack health-form">
      <Field
        label={t("health.segmentName")}
        value={profile.name[language] ?? nameOf(i18n, profile.name)}
        onInput={(text) => put({ name: { ...profile.name, [language]: text } })}
      />
      {props.isLast ? (
        <p class="muted">{t("health.lastSegment")}</p>
      ) : (
        <When {...props} put={put} />
      )}
      {profile.scores.map((score, index) => (
        <ScoreForm
          key={score.id}
          score={score}
          onChange={(changed) => putScore(index, changed)}
          onRemove={
            profile.scores.length > 1
              ? () => put({ scores: profile.scores.filter((_, place) => place !== index) })
              : null
          }
        />
      ))}
      <div class="actions">
        <Button
          icon="plus"
          disabled={profile.scores.length >= 8}
          onClick={() => put({ scores: [...profile.scores, newScore(profile, language)] })}
        >
          {t("health.addScore")}
        </Button>
      </div>
    </div>
  );
}

function newScore({ scores }: HealthProfile, language: "en" | "ru"): HealthScoreDefinition {
  let n = scores.length + 1;
  while (scores.some(({ id }) => id === `score-${n}`)) n += 1;
  const name = { [language]: language === "ru" ? `Оценка ${n}` : `Score ${n}` };
  return { id: `score-${n}`, name, measures: [newMeasure("trend")] };
}

function When(props: { profile: HealthProfile; put: (part: Partial<HealthProfile>) => void }) {
  const { t } = useI18n();
  const { profile, put } = props;
  const { when } = profile;
  const list = (values: readonly string[] | undefined) => values?.join(", ") ?? "";
  const read = (text: string) => {
    const values = text.split(",").map((one) => one.trim());
    return values.some((one) => one !== "") ? values : undefined;
  };
  const models: readonly string[] = when.touchModels ?? [];
  return (
    <fieldset class="health-when">
      <legend class="field-label">{t("health.when")}</legend>
      <p class="muted small">{t("health.whenHint")}</p>
      <div class="choices">
        <div class="choice">
          <Field
            label={t("health.plans")}
            hint={t("health.commas")}
            value={list(when.plans)}
            onInput={(text) => put({ when: { ...when, plans: read(text) } })}
          />
        </div>
        <div class="choice">
          <Field
            label={t("health.stages")}
            hint={t("health.commas")}
            value={list(when.stages)}
            onInput={(text) => put({ when: { ...when, stages: read(text) } })}
          />
        </div>
      </div>
      <fieldset class="health-checks">
        <legend class="field-label">{t("health.touchModels")}</legend>
        {TOUCH_MODELS.map((one) => (
          <label key={one} class="health-check">
            <input
              type="checkbox"
              checked={models.includes(one)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                const next = TOUCH_MODELS.filter((other) =>
                  other === one ? checked : models.includes(other),
                );
                put({ when: { ...when, touchModels: next.length > 0 ? next : undefined } });
              }}
            />
            {t(`health.touch.${one}`)}
          </label>
        ))}
      </fieldset>
    </fieldset>
  );
}

function ScoreForm(props: {
  score: HealthScoreDefinition;
  onChange: (score: HealthScoreDefinition) => void;
  onRemove: (() => void) | null;
}) {
  const i18n = useI18n();
  const { t, language } = i18n;
  const { score, onChange } = props;
  const { measures } = score;
  return (
    <section class="health-part stack">
      <div class="filter">
        <div class="choice">
          <Field
            label={t("health.scoreName")}
            value={score.name[language] ?? nameOf(i18n, score.name)}
            onInput={(text) => onChange({ ...score, name: { ...score.name, [language]: text } })}
          />
        </div>
        {props.onRemove && (
          <Button kind="quiet" icon="trash" onClick={props.onRemove}>
            {t("health.removeScore")}
          </Button>
        )}
      </div>
      {measures.map((one, index) => (
        <MeasureForm
          key={index}
          measure={one}
          onChange={(changed) =>
            onChange({
              ...score,
              measures: measures.map((other, place) => (place === index ? changed : other)),
            })
          }
          onRemove={
            measures.length > 1
              ? () =>
                  onChange({ ...score, measures: measures.filter((_, place) => place !== index) })
              : null
          }
        />
      ))}
      <div class="actions">
        <Button
          icon="plus"
          disabled={measures.length >= 12}
          onClick={() => onChange({ ...score, measures: [...measures, newMeasure("contact")] })}
        >
          {t("health.addMeasure")}
        </Button>
      </div>
    </section>
  );
}
