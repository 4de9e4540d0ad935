import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import type { TagField } from "./tag-draft.ts";
import { FORM, type TagForm, type TaggingModel } from "./tagging.ts";

interface FormProps {
  model: TaggingModel;
  form: TagForm;
}

/** What a feature is called, what counts as its use, and what that matches on the page. */
export function TaggingForm({ model, form }: FormProps) {
  const { t } = useI18n();
  const { draft, uses } = form;
  const busy = model.busy.value;
  const field = useField({ model, form });
  return (
    <Form label={t("tag.new")} onSubmit={() => void model.save(true)}>
      <Field {...field("name")} hint={t("tag.nameHint")} required />
      {uses.length > 1 ? (
        <Select
          label={t("tag.on")}
          value={draft.on}
          options={uses.map((on) => ({ value: on, label: t(`tag.on.${on}`) }))}
          onChange={model.use}
        />
      ) : (
        <p>
          {t("tag.on")} {t(`tag.on.${draft.on}`)}
        </p>
      )}
      {draft.on === "custom" && <Told model={model} form={form} />}
      {draft.on !== "custom" && draft.on !== "view" && <Element model={model} form={form} />}
      <Field
        {...field("path")}
        hint={t("tag.pathHint")}
        required={draft.on === "view"}
        mode="url"
      />
      {draft.hash && <Field {...field("hash")} mode="url" />}
      <Matches model={model} form={form} />
      <Field {...field("group")} hint={t("tag.groupHint")} />
      <Field {...field("plans")} hint={t("tag.plansHint")} />
      {draft.others.length > 0 && (
        <p class="muted">{t("tag.others", { count: draft.others.length })}</p>
      )}
      <div class="actions">
        <Button kind="primary" submit busy={busy === "publish"}>
          {t("tag.publish")}
        </Button>
        <Button busy={busy === "save"} onClick={() => void model.save(false)}>
          {t("tag.save")}
        </Button>
        <Button kind="quiet" onClick={model.cancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </Form>
  );
}

/** Label, value and fault of a text of the draft. */
function useField({ model, form }: FormProps) {
  const { t } = useI18n();
  return (name: TagField) => {
    const fault = form.faults[name];
    return {
      label: t(`tag.${name}`),
      value: form.draft[name],
      error: fault && t(`tag.fault.${fault}`),
      onInput: (value: string) => model.change({ [name]: value }),
    };
  };
}

const TONES: Record<"strong" | "medium" | "weak", Tone> = {
  strong: "success",
  medium: "accent",
  weak: "warning",
};

function Element({ model, form }: FormProps) {
  const { t } = useI18n();
  const { draft, choices } = form;
  const at = choices.findIndex(({ selector }) => selector === draft.selector);
  const choice = choices[at];
  const unreadable = model.counts.value.get(FORM)?.unreadable ?? false;
  const field = useField({ model, form })("selector");
  const step = (by: number) => {
    const next = choices[at + by];
    if (next) model.change({ selector: next.selector });
  };
  return (
    <div class="group">
      <Field {...field} error={unreadable ? t("tag.fault.selector") : field.error} />
      {choice && (
        <p>
          <Badge tone={TONES[choice.strength]}>{t(`tag.${choice.strength}`)}</Badge>
        </p>
      )}
      <div class="actions">
        {choices.length > 1 && (
          <>
            <Button disabled={at <= 0} onClick={() => step(-1)}>
              {t("tag.narrower")}
            </Button>
            <Button disabled={at === -1 || at === choices.length - 1} onClick={() => step(1)}>
              {t("tag.broader")}
            </Button>
          </>
        )}
        <Button onClick={model.pick}>{t("tag.pointAgain")}</Button>
      </div>
    </div>
  );
}

function Told({ model, form }: FormProps) {
  const { t } = useI18n();
  const seen = model.tracked.value;
  return (
    <div class="group">
      <Field {...useField({ model, form })("event")} hint={t("tag.eventHint")} required />
      {seen.length > 0 && (
        <fieldset class="seen">
          <legend class="muted small">{t("tag.seen")}</legend>
          <div class="actions">
            {seen.map((event) => (
              <Button key={event} onClick={() => model.change({ event })}>
                {event}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

function Matches({ model, form }: FormProps) {
  const { t } = useI18n();
  const count = model.counts.value.get(FORM);
  const isPage = form.draft.on === "view" || form.draft.on === "custom";
  const text = () => {
    if (!count || count.unreadable) return "";
    if (isPage) return t(count.fits ? "tag.matchesHere" : "tag.matchesNot");
    return count.fits ? t("tag.matches", { count: count.count }) : t("tag.elsewhere");
  };
  return (
    <p class="muted" role="status">
      {text()}
    </p>
  );
}
