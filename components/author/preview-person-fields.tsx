import { useId } from "preact/hooks";
import { keyOf, NOBODY } from "../../lib/draft/preview-person.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { sentenceOf } from "./condition-sentence.ts";
import { choicesOf, readAs } from "./preview-choices.ts";
import type { PreviewModel } from "./preview-model.ts";

const ANYBODY = "anybody";
const SEGMENT = "segment:";
const PERSON = "person:";

/** As whom the guide is tried: somebody known, somebody of a segment, or whoever is described. */
export function PreviewPersonFields(props: {
  model: PreviewModel;
  open: boolean;
  onToggle: () => void;
}) {
  const { t } = useI18n();
  const { model } = props;
  const segments = model.definitions.value?.segments ?? [];
  const people = model.as.people.value;
  const known = model.as.known.value;
  const [segment] = model.as.person.value.segments;
  const chosen = known === null ? (segment ? SEGMENT + segment : ANYBODY) : PERSON + known;
  const be = (value: string) => {
    if (value.startsWith(PERSON)) model.as.beKnown(Number(value.slice(PERSON.length)));
    else if (value.startsWith(SEGMENT)) {
      model.as.be({ ...NOBODY, segments: new Set([value.slice(SEGMENT.length)]) });
    } else model.as.be(NOBODY);
  };
  return (
    <>
      <Select
        label={t("preview.as")}
        value={chosen}
        options={[
          { value: ANYBODY, label: t("preview.anybody") },
          ...segments.map(({ body }) => ({
            value: SEGMENT + body.id,
            label: t("preview.inSegment", { segment: body.name }),
          })),
          ...people.map(({ user, account }, at) => ({
            value: PERSON + at,
            label: account ? t("preview.known", { user, account }) : user,
          })),
        ]}
        onChange={be}
      />
      <Disclosure title={t("preview.person")} open={props.open} onToggle={props.onToggle}>
        <About model={model} />
      </Disclosure>
    </>
  );
}

function About({ model }: { model: PreviewModel }) {
  const { t, language } = useI18n();
  const asked = model.asked.value;
  const person = model.as.person.value;
  const choices = choicesOf(model.definitions.value, [language]);
  const held = new Set(person.holds.map(keyOf));
  if (asked.attributes.length + asked.supposed.length === 0) {
    return <p class="muted">{t("preview.asksNothing")}</p>;
  }
  return (
    <div class="form">
      {asked.attributes.map(({ of, name }) => {
        const value = person[of][name];
        return (
          <Field
            key={`${of} ${name}`}
            label={t(`preview.${of}`, { name })}
            placeholder={t("preview.unset")}
            value={value === undefined ? "" : String(value)}
            onInput={(text) => model.as.set(of, name, readAs(text, { of, name }, model))}
          />
        );
      })}
      {asked.supposed.length > 0 && (
        <fieldset class="preview-supposed">
          <legend class="field-label">{t("preview.supposed")}</legend>
          {asked.supposed.map(({ key, condition }) => (
            <Supposing
              key={key}
              said={sentenceOf(condition, choices, { t, language })}
              holds={held.has(key)}
              onChange={(holds) => model.as.suppose(condition, holds)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Supposing(props: { said: string; holds: boolean; onChange: (holds: boolean) => void }) {
  const id = useId();
  return (
    <div class="preview-check">
      <input
        id={id}
        type="checkbox"
        checked={props.holds}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{props.said}</label>
    </div>
  );
}
