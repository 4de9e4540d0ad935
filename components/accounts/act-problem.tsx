import { useEffect, useRef } from "preact/hooks";
import { detailOf, type ReportContext, useQueryMessage } from "../console/report-card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { sayProblem } from "../ui/say-problem.ts";
import type { Acts } from "./act.ts";

/** What went wrong with the last change, field by field where the server says so; it comes into sight. */
export function ActProblem(props: { acts: Pick<Acts, "problem">; context: ReportContext }) {
  const i18n = useI18n();
  const { t } = i18n;
  const message = useQueryMessage(props.context.server);
  const problem = props.acts.problem.value;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) place.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  if (!problem) return null;
  const detail = detailOf(problem, i18n);
  const isRefused = problem.problems !== undefined;
  return (
    <div ref={place}>
      <Notice tone="danger" live title={isRefused ? t("accounts.refused") : message(problem)}>
        {problem.problems?.map((one) => (
          <p key={one.path} class="small">
            {sayProblem(one, i18n)}
          </p>
        ))}
        {!problem.problems && detail !== null && (
          <p class="small" lang="en">
            {detail}
          </p>
        )}
      </Notice>
    </div>
  );
}
