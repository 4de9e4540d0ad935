import { ErrorState } from "../ui/error-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { FormProblem } from "./model.ts";

/** The text under a field that was left empty. */
export function useFieldError(problem: FormProblem | undefined) {
  const { t } = useI18n();
  return (field: string): string | undefined =>
    problem?.kind === "empty" && problem.field === field ? t("common.required") : undefined;
}

/** What the background answered, when it refused. */
export function FormRefusal({ problem }: { problem: FormProblem | undefined }) {
  const { t } = useI18n();
  if (problem?.kind !== "refused") return null;
  return <ErrorState message={t(`error.${problem.error.code}`)} detail={problem.error.message} />;
}
