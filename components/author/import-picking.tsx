import { useI18n } from "../ui/i18n.tsx";
import type { ImportModel } from "./import-state.ts";
import { Picking } from "./picking.tsx";

/** While an author points at the element of an imported step. */
export function ImportPicking({ model }: { model: ImportModel }) {
  const { t } = useI18n();
  return (
    <Picking
      legend={t("import.point")}
      model={model}
      lead={<p role="status">{t("import.picking")}</p>}
    />
  );
}
