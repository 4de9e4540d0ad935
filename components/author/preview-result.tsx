import { useSignal } from "@preact/signals";
import { stepPages } from "../../lib/draft/step-pages.ts";
import type { Condition } from "../../lib/model/condition.ts";
import type { Guide, Step } from "../../lib/model/guide.ts";
import { localize } from "../../lib/model/locale.ts";
import { fillIn } from "../../lib/tour/fill-in.ts";
import { languageName } from "../console/language-name.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { sentenceOf } from "./condition-sentence.ts";
import { choicesOf } from "./preview-choices.ts";
import type { PreviewModel } from "./preview-model.ts";
import { resultOf, summaryOf } from "./preview-words.ts";

/** The steps of the guide with what is known of each: Y8 of docs/spec/preview.md. */
export function PreviewResult({ model, guide }: { model: PreviewModel; guide: Guide }) {
  const words = useI18n();
  const { t, wanted } = words;
  const copied = useSignal<"copied" | "copyFailed" | null>(null);
  const walk = model.walk.value;
  const checked = model.checked.value;
  const address = model.address.value;
  const language = model.language.value;
  const pages = stepPages(guide);
  const { user, account, segments } = model.as.person.value;
  const filled = fillIn(guide, { user, account });
  const lines = filled.steps.map((step) => ({
    step,
    title: localize(step.title, [language, ...wanted]),
    result: resultOf(
      {
        step,
        walked: walk?.steps.find((one) => one.step === step.id),
        checked: checked?.get(step.id),
        page: pages.get(step.id),
        address,
      },
      words,
    ),
  }));
  const end = walk?.end ? t(`preview.end.${walk.end}`) : null;
  const copy = async () => {
    const page = address.replace(/[?#].*$/, "");
    const who = Object.entries(user).map(([name, value]) => `${name} ${value}`);
    const person = [...who, ...segments].join(", ") || t("preview.anybody");
    const about = { page, person, language: languageName(language, wanted), end };
    copied.value = (await model.copy(summaryOf(guide, lines, about, words)))
      ? "copied"
      : "copyFailed";
  };
  return (
    <>
      <ol class="preview-steps" aria-label={t("preview.steps")}>
        {lines.map(({ step, title, result }) => (
          <li key={step.id} aria-current={walk?.at === step.id ? "step" : undefined}>
            <p class="row-title">{title}</p>
            {result && (
              <p class="row-note">
                <Badge tone={result.tone}>{result.short}</Badge>
                {result.long && <span>{result.long}</span>}
              </p>
            )}
            {checked && !step.anchor && !result && <p class="row-note">{t("preview.noTarget")}</p>}
            {walk?.at === step.id && <Supposing model={model} step={step} />}
          </li>
        ))}
      </ol>
      <p role="status">{end}</p>
      {(walk || checked) && (
        <div class="actions">
          <Button icon="copy" onClick={() => void copy()}>
            {t("preview.copy")}
          </Button>
          <span class="muted" role="status">
            {copied.value && t(`preview.${copied.value}`)}
          </span>
        </div>
      )}
    </>
  );
}

/** What is waited for and does not show in the page can be said to have happened. */
function Supposing({ model, step }: { model: PreviewModel; step: Step }) {
  const { t, language } = useI18n();
  const waited = step.advance.on === "until" ? told(step.advance.condition) : [];
  const choices = choicesOf(model.definitions.value, [language]);
  return (
    <>
      {waited.map((condition) => {
        const what = sentenceOf(condition, choices, { t, language });
        return (
          <div class="actions" key={what}>
            <Button
              label={t("preview.supposeLabel", { what })}
              onClick={() =>
                condition.type === "used"
                  ? model.happened({ [condition.feature]: condition.times ?? 1 }, [])
                  : model.happened({}, [condition.signal])
              }
            >
              {t("preview.suppose")}
            </Button>
          </div>
        );
      })}
    </>
  );
}

type Told = Extract<Condition, { type: "used" | "signal" }>;

/** What of a condition the page learns from elsewhere. */
function told(condition: Condition): Told[] {
  switch (condition.type) {
    case "all":
    case "any":
      return condition.of.flatMap(told);
    case "used":
    case "signal":
      return [condition];
    default:
      return [];
  }
}
