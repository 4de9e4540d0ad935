import { ACCOUNT_NEWS } from "../../lib/model/account-news.ts";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Checks } from "./checks.tsx";
import type { FieldsProps } from "./mail-fields.tsx";

/** Where it is posted, by what the receiver knows us, and what it is told. */
export function PostFields({
  form,
  put,
  isNew,
  error,
  secretError,
}: FieldsProps & { isNew: boolean; secretError: string | undefined }) {
  const { t } = useI18n();
  const isSigned = form.kind === "cloudevents" && form.sign;
  return (
    <>
      <Field
        label={t("destinations.url")}
        mode="url"
        value={form.url}
        error={error}
        onInput={(url) => put({ url })}
      />
      {form.kind === "cloudevents" && (
        <Segmented
          label={t("destinations.proof")}
          value={form.sign ? "sign" : "token"}
          options={(["sign", "token"] as const).map((value) => ({
            value,
            label: t(`destinations.proof.${value}`),
          }))}
          onChange={(value) => put({ sign: value === "sign" })}
        />
      )}
      {isSigned ? (
        <p class="muted">{t("destinations.proof.signHint")}</p>
      ) : (
        <Field
          label={t("destinations.secret")}
          secret
          value={form.secret}
          error={secretError}
          {...(!isNew && { hint: t("destinations.secretStays") })}
          onInput={(secret) => put({ secret })}
        />
      )}
      <Checks
        label={t("destinations.changes")}
        options={ACCOUNT_NEWS.map((value) => ({ value, label: t(`destinations.news.${value}`) }))}
        chosen={form.changes}
        onChange={(changes) => put({ changes })}
      />
      <Segmented
        label={t("destinations.takes")}
        value={form.takes}
        options={(["playbooks", "all"] as const).map((value) => ({
          value,
          label: t(`destinations.takes.${value}`),
        }))}
        onChange={(takes) => put({ takes })}
      />
      <p class="muted">{t(`destinations.takes.${form.takes}Hint`)}</p>
    </>
  );
}
