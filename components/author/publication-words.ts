import type { Translator } from "../../lib/i18n/translator.ts";
import type { DocumentAct } from "../../lib/model/document-history.ts";

/** What was done, without who did it. */
export function actWords({ t }: Translator, act: DocumentAct): string {
  const { environment, version } = act;
  switch (act.act) {
    case "saved":
      return act.times === 1
        ? t("publication.act.saved")
        : t("publication.act.savedTimes", { count: act.times });
    case "published":
    case "rolled_back":
      return t(`publication.act.${act.act}.${environment ?? "production"}`, {
        version: version ?? "",
      });
    default:
      return t(`publication.act.${act.act}`);
  }
}
