import { useI18n } from "../../ui/i18n.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type ReportContext, useQueryMessage } from "../report-card.tsx";
import type { QueryError } from "../request.ts";
import type { ImportModel } from "./import-model.ts";
import { useFileProblem } from "./problem-words.ts";

/** Why what was asked for last was not done, and how to mend it. */
export function ImportProblem(props: {
  model: ImportModel;
  context: ReportContext;
  error?: QueryError;
}) {
  const { t } = useI18n();
  const message = useQueryMessage(props.context.server);
  const words = useFileProblem();
  if (props.model.tooLarge.value) {
    return (
      <Notice tone="danger" live>
        <p>{t("customers.tooLarge")}</p>
      </Notice>
    );
  }
  const error = props.error ?? props.model.problem.value;
  if (!error) return null;
  return (
    <Notice tone="danger" live>
      {error.problems ? (
        error.problems.map((problem) => <p key={problem.path}>{words(problem)}</p>)
      ) : (
        <p>{message(error)}</p>
      )}
    </Notice>
  );
}
