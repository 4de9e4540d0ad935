import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../lib/model/problem.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { sayProblem } from "../ui/say-problem.ts";
import { Select } from "../ui/select.tsx";
import { type DestinationForm, destinationOf, faultsOf } from "./form.ts";
import { MailFields } from "./mail-fields.tsx";
import type { DestinationsModel } from "./model.ts";
import { PostFields } from "./post-fields.tsx";

const KINDS = ["cloudevents", "email", "segment", "posthog"] as const;

/** Makes a target of messages, or changes the one it began with. */
export function DestinationFields(props: {
  model: DestinationsModel;
  start: DestinationForm;
  isNew: boolean;
  /** Names of other targets. */
  taken: readonly string[];
  onDone: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { model, isNew, taken } = props;
  const [form, setForm] = useState(props.start);
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const put = (more: Partial<DestinationForm>) => setForm({ ...form, ...more });
  const problems = tried ? (model.problem.value?.problems ?? []) : [];
  const { kind } = form;
  const isMail = kind === "email";
  const faults = faultsOf(form, taken);
  const shown = tried ? faults : {};
  const save = async () => {
    setTried(true);
    const isWhole = Object.keys(faults).length === 0;
    if (isWhole && (await model.put(form.id.trim(), destinationOf(form)))) props.onDone();
  };
  return (
    <Form
      label={t(isNew ? "destinations.new" : "destinations.change")}
      onSubmit={() => void save()}
    >
      <h3 ref={heading} tabIndex={-1}>
        {isNew ? t("destinations.new") : t("destinations.changeOf", { name: form.id })}
      </h3>
      {isNew && (
        <Select
          label={t("destinations.kind")}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`destinations.kind.${value}`) }))}
          onChange={(value) => put({ kind: value })}
        />
      )}
      <p class="muted">{t(`destinations.kind.${kind}Hint`)}</p>
      {isNew && (
        <Field
          label={t("destinations.name")}
          hint={t("destinations.nameHint")}
          value={form.id}
          error={
            shown.id
              ? t(shown.id === "taken" ? "destinations.taken" : "common.required")
              : faultAt(problems, i18n, "id")
          }
          onInput={(id) => put({ id })}
        />
      )}
      {isMail ? (
        <MailFields form={form} put={put} error={faultAt(problems, i18n, "url", "kind")} />
      ) : (
        <PostFields
          form={form}
          put={put}
          isNew={isNew}
          error={shown.url ? t("common.required") : faultAt(problems, i18n, "url")}
          secretError={faultAt(problems, i18n, "secret")}
        />
      )}
      <div class="actions">
        <Button kind="primary" submit busy={model.busy.value?.what === "put"}>
          {t(isNew ? "destinations.add" : "destinations.save")}
        </Button>
        <Button onClick={props.onDone}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}

/** What the server said of a field, in the person's language. */
function faultAt(
  problems: readonly Problem[],
  i18n: ReturnType<typeof useI18n>,
  ...paths: string[]
): string | undefined {
  const problem = problems.find(({ path }) => paths.includes(path));
  return problem && sayProblem(problem, i18n);
}
