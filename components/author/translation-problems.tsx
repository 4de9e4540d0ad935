import type { TranslationProblem } from "../../lib/exchange/translation/fault.ts";
import { useI18n } from "../ui/i18n.tsx";

/** More of them say nothing new. */
const MOST = 20;

/** What is wrong with a translated file: the line, the text, what stands there, and what would mend it. */
export function TranslationProblems({ problems }: { problems: readonly TranslationProblem[] }) {
  const { t } = useI18n();
  const more = problems.length - MOST;
  return (
    <ul class="import-problems">
      {problems.slice(0, MOST).map(({ fault, near, line, unit }, index) => (
        <li key={index}>
          {line !== undefined && (
            <>
              <strong>{t("translate.line", { line: String(line) })}</strong>{" "}
            </>
          )}
          {t(`translate.fault.${fault}`, { near })}{" "}
          {unit && unit !== near && <span class="muted">({unit})</span>}
        </li>
      ))}
      {more > 0 && <li>{t("translate.more", { count: more })}</li>}
    </ul>
  );
}
