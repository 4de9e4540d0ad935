import { localize } from "../../lib/model/locale.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import type { RecordModel } from "./record-model.ts";

/** What is no id of a guide or a step. */
const NONE = "";

/** Whether a new guide is recorded, or steps that are missing in one. */
export function RecordInto({ model }: { model: RecordModel }) {
  const { t, wanted } = useI18n();
  const places = model.places.value;
  if (places.length === 0) return null;
  const into = model.into.value;
  const place = places.find(({ guide }) => guide === into?.guide);
  return (
    <>
      <Select
        label={t("record.into")}
        value={into?.guide ?? NONE}
        options={[
          { value: NONE, label: t("record.newGuide") },
          ...places.map(({ guide, name }) => ({ value: guide, label: localize(name, wanted) })),
        ]}
        onChange={(guide) => model.putInto(guide === NONE ? null : guide)}
      />
      {place && (
        <Select
          label={t("record.after")}
          value={into?.after ?? NONE}
          options={[
            { value: NONE, label: t("record.first") },
            ...place.steps.map(({ id, title }, at) => ({
              value: id,
              label: `${at + 1}. ${localize(title, wanted)}`,
            })),
          ]}
          onChange={(step) => model.putInto(place.guide, step === NONE ? null : step)}
        />
      )}
    </>
  );
}
