import type { Translator } from "../../lib/i18n/translator.ts";
import type { AhaMoment } from "../../lib/model/aha.ts";
import type { AhaTexts } from "./aha-plan.ts";

/** A moment as people say it: "Deploy: at least 3 times in the first 7 days". */
export function momentName({ t }: Translator, { name, times, within }: AhaMoment): string {
  const often = times === 1 ? t("aha.once") : t("aha.times", { count: times });
  const soon = within === 1 ? t("aha.firstDay") : t("aha.days", { count: within });
  return `${name}: ${often} ${soon}`;
}

/** The longest name that a document may have. */
const LONGEST = 120;

export function ahaTexts(i18n: Translator, found: AhaMoment): AhaTexts {
  const { t, language } = i18n;
  const moment = momentName(i18n, found);
  return {
    language,
    name: t("aha.signalName", { moment }).slice(0, LONGEST),
    experiment: t("aha.experimentName", { moment }).slice(0, LONGEST),
    guide: t("aha.guideName", { feature: found.name }),
    slot: t("aha.slot", { feature: found.name }),
  };
}
