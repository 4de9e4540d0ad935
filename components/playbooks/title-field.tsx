import { useState } from "preact/hooks";
import { ACCOUNT_FACTS } from "../../lib/model/account-fact.ts";
import { sayFact } from "../author/account-sentence.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";

/** A title in which what is known of the account can stand. */
export function TitleField(props: {
  value: string;
  /** Without one, the message is headed by the names of playbook and account. */
  optional?: boolean;
  error: string | undefined;
  onInput: (text: string) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [fact, setFact] = useState<(typeof ACCOUNT_FACTS)[number]>("name");
  const insert = () => {
    const fallback = fact === "name" ? t("ready.them") : "–";
    props.onInput(`${props.value}${props.value && " "}{{account.${fact}|${fallback}}}`);
  };
  return (
    <>
      <Field
        label={t(props.optional ? "playbooks.form.subject" : "playbooks.form.title")}
        hint={`${props.optional ? `${t("playbooks.form.subjectHint")} ` : ""}${t("playbooks.form.titleHint")} {{account.name|${t("ready.them")}}}`}
        value={props.value}
        error={props.error}
        onInput={props.onInput}
      />
      <div class="playbook-insert">
        <Select
          label={t("playbooks.form.insert")}
          labelHidden
          value={fact}
          options={ACCOUNT_FACTS.map((value) => ({ value, label: sayFact(value, i18n) }))}
          onChange={setFact}
        />
        <Button onClick={insert}>{t("playbooks.form.insert")}</Button>
      </div>
    </>
  );
}
