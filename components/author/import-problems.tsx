import type { FileProblem } from "../../lib/exchange/read-file.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { sayNeeded } from "../ui/say-problem.ts";

/** More of them say nothing new. */
const MOST = 8;

/** Why a file could not be read: where in it, and what would mend it. */
export function ImportProblems(props: { file: string; problems: readonly FileProblem[] }) {
  const { t } = useI18n();
  return (
    <Notice tone="danger" title={t("import.failed", { file: props.file })} live>
      <ul class="import-problems">
        {props.problems.slice(0, MOST).map((problem) => (
          <li key={`${problem.line}:${problem.column} ${"path" in problem ? problem.path : ""}`}>
            {problem.line !== undefined && problem.column !== undefined && (
              <strong>
                {t("import.at", { line: String(problem.line), column: String(problem.column) })}
              </strong>
            )}{" "}
            <Words problem={problem} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Words({ problem }: { problem: FileProblem }) {
  const i18n = useI18n();
  const { t } = i18n;
  if ("path" in problem) {
    const { path, found } = problem;
    const allowed = sayNeeded(problem, i18n);
    return <>{t("import.shape", { path: path || "…", found, allowed })}</>;
  }
  const { fault, near } = problem;
  switch (fault) {
    case "empty":
    case "unknown":
    case "end":
    case "nesting":
      return <>{t(`import.fault.${fault}`)}</>;
    default:
      return <>{t(`import.fault.${fault}`, { near })}</>;
  }
}
