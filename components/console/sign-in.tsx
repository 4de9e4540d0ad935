import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { ConsoleModel } from "./model.ts";
import { SignInForm } from "./sign-in-form.tsx";

export function SignIn({ model, server }: { model: ConsoleModel; server: string }) {
  const { t } = useI18n();
  return (
    <div class="narrow">
      <Card title={t("console.signIn.title")} lead={t("console.signIn.lead", { server })}>
        <SignInForm
          problem={model.problem.value}
          busy={model.signingIn.value}
          onSubmit={(token) => void model.signIn(token)}
        />
      </Card>
    </div>
  );
}
