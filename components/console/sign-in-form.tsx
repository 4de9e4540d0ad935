import { useSignal } from "@preact/signals";
import { MessageProblem } from "../message-problem.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { useQueryMessage } from "./report-card.tsx";
import type { SignInProblem } from "./try-sign-in.ts";

/** Asks for a person's token. */
export function SignInForm(props: {
  problem: SignInProblem | null;
  busy: boolean;
  onSubmit: (token: string) => void;
}) {
  const { t } = useI18n();
  const token = useSignal("");
  const { problem } = props;
  const queryMessage = useQueryMessage(problem?.kind === "query" ? problem.server : "");
  const beside =
    problem?.kind === "empty"
      ? t("common.required")
      : problem?.kind === "refused"
        ? t("console.signIn.refused")
        : undefined;
  return (
    <Form label={t("console.signIn.title")} onSubmit={() => props.onSubmit(token.value)}>
      <Field
        label={t("console.signIn.token")}
        hint={t("console.signIn.tokenHint")}
        value={token.value}
        onInput={(text) => (token.value = text)}
        error={beside}
        secret
        required
      />
      {problem?.kind === "unconnected" && (
        <ErrorState
          message={t("console.notConnected.title")}
          detail={t("console.notConnected.body")}
        />
      )}
      {problem?.kind === "query" && <ErrorState message={queryMessage(problem.error)} />}
      {problem?.kind === "message" && <MessageProblem error={problem.error} />}
      <div class="actions">
        <Button kind="primary" submit busy={props.busy}>
          {t("console.signIn.submit")}
        </Button>
      </div>
    </Form>
  );
}
