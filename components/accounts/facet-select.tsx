import type { Translator } from "../../lib/i18n/translator.ts";
import { localize } from "../../lib/model/locale.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import type { AccountsModel, Choices } from "./model.ts";

type Facet = "owner" | "plan" | "stage" | "touchModel" | "segment";

/** Narrows accounts by one of the values that they have. */
export function FacetSelect({ model, filter }: { model: AccountsModel; filter: Facet }) {
  const i18n = useI18n();
  const { t } = i18n;
  const value = model.address.value.query[filter] ?? "";
  const choices = model.choices.value.value;
  const values = (choices?.facets[filter] ?? []).map((one) => ({
    value: one.value,
    label: `${labelOf(i18n, choices, filter, one.value)} (${i18n.number(one.accounts)})`,
  }));
  // What the address names may have nobody any more.
  const isThere = value === "" || values.some((one) => one.value === value);
  return (
    <div class="choice">
      <Select
        label={t(`accounts.${filter}`)}
        value={value}
        options={[
          { value: "", label: t("accounts.all") },
          ...values,
          ...(isThere ? [] : [{ value, label: value }]),
        ]}
        onChange={(chosen) => model.choose({ [filter]: chosen })}
      />
    </div>
  );
}

export function labelOf(
  { t, wanted }: Translator,
  choices: Choices | undefined,
  facet: Facet,
  value: string,
): string {
  if (facet === "touchModel") return t(`accounts.touchModel.${value as "high"}`);
  const named =
    facet === "stage" ? choices?.stages : facet === "segment" ? choices?.segments : undefined;
  const name = named?.find(({ id }) => id === value)?.name;
  return name ? localize(name, wanted) : value;
}
