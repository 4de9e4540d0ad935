import { type ReportContext, useQueryMessage } from "../console/report-card.tsx";
import type { QueryError } from "../console/request.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";

/** Why something was not done. Roles are told in words, faults field by field. */
export function Problem(props: { problem: QueryError | null; context: ReportContext }) {
  const { t } = useI18n();
  const message = useQueryMessage(props.context.server);
  const { problem } = props;
  if (!problem) return null;
  return (
    <Notice tone="danger" live>
      <p>{problem.code === "forbidden" ? t("playbooks.forbidden") : message(problem)}</p>
      {problem.problems && (
        <>
          <p>{t("playbooks.refused")}</p>
          <ul lang="en">
            {problem.problems.map(({ path, found, allowed }) => (
              <li key={path}>
                <code>{path}</code>: {found} → {allowed}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
