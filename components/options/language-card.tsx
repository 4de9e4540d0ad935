import { PREFERENCES } from "../../lib/i18n/preference.ts";
import { Card } from "../ui/card.tsx";
import { type LanguageModel, useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";

/** Languages call themselves by their own names. */
const NAMES = { en: "English", ru: "Русский" } as const;

export function LanguageCard({ language }: { language: LanguageModel }) {
  const { t } = useI18n();
  return (
    <Card title={t("options.language.title")}>
      <Segmented
        label={t("options.language.title")}
        labelHidden
        value={language.preference.value}
        options={PREFERENCES.map((value) => ({
          value,
          label: value === "auto" ? t("options.language.auto") : NAMES[value],
        }))}
        onChange={language.choose}
      />
    </Card>
  );
}
