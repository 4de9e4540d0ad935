import { type ReportContext, useQueryMessage } from "../console/report-card.tsx";
import type { QueryError } from "../console/request.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { sayProblem } from "../ui/say-problem.ts";

/** Why something was not done. Roles are told in words, faults field by field. */
export function Problem(props: { problem: QueryError | null; context: ReportContext }) {
  const i18n = useI18n();
  const { t } = i18n;
  const message = useQueryMessage(props.context.server);
  const { problem } = props;
  if (!problem) return null;
  return (
    <Notice tone="danger" live>
      <p>{problem.code === "forbidden" ? t("playbooks.forbidden") : message(problem)}</p>
      {problem.problems && (
        <>
          <p>{t("playbooks.refused")}</p>
          <ul>
            {problem.problems.map((one) => (
              <li key={one.path}>{sayProblem(one, i18n)}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
