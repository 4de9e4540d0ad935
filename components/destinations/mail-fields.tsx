import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Checks } from "./checks.tsx";
import type { DestinationForm } from "./form.ts";

export interface FieldsProps {
  form: DestinationForm;
  put: (more: Partial<DestinationForm>) => void;
  error: string | undefined;
}

/** To whom it is written. */
export function MailFields({ form, put, error }: FieldsProps) {
  const { t } = useI18n();
  return (
    <>
      <Field
        label={t("destinations.addresses")}
        hint={t("destinations.addressesHint")}
        value={form.addresses}
        error={error}
        onInput={(addresses) => put({ addresses })}
      />
      <Checks
        label={t("destinations.also")}
        options={[{ value: "owner", label: t("destinations.toOwner") }]}
        chosen={form.toOwner ? ["owner"] : []}
        onChange={(chosen) => put({ toOwner: chosen.length > 0 })}
      />
    </>
  );
}
