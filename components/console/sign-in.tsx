import { useSignal } from "@preact/signals";
import { MessageProblem } from "../message-problem.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { ConsoleModel } from "./model.ts";
import { useQueryMessage } from "./report-card.tsx";

export function SignIn({ model, server }: { model: ConsoleModel; server: string }) {
  const { t } = useI18n();
  const token = useSignal("");
  const problem = model.problem.value;
  const queryMessage = useQueryMessage(server);
  const beside =
    problem?.kind === "empty"
      ? t("common.required")
      : problem?.kind === "refused"
        ? t("console.signIn.refused")
        : undefined;

  return (
    <div class="narrow">
      <Card title={t("console.signIn.title")} lead={t("console.signIn.lead", { server })}>
        <Form label={t("console.signIn.title")} onSubmit={() => void model.signIn(token.value)}>
          <Field
            label={t("console.signIn.token")}
            hint={t("console.signIn.tokenHint")}
            value={token.value}
            onInput={(text) => (token.value = text)}
            error={beside}
            secret
            required
          />
          {problem?.kind === "query" && <ErrorState message={queryMessage(problem.error)} />}
          {problem?.kind === "message" && <MessageProblem error={problem.error} />}
          <div class="actions">
            <Button kind="primary" submit busy={model.signingIn.value}>
              {t("console.signIn.submit")}
            </Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
