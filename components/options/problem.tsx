import { MessageProblem } from "../message-problem.tsx";
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
  if (problem?.kind !== "refused") return null;
  return <MessageProblem error={problem.error} />;
}
