import { useSignal } from "@preact/signals";
import type { Status } from "../../lib/message/protocol.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { OptionsModel } from "./model.ts";
import { FormRefusal, useFieldError } from "./problem.tsx";

export function IdentityCard({ model, status }: { model: OptionsModel; status: Status }) {
  const { t } = useI18n();
  const { identity } = status;
  const user = useSignal(identity?.user ?? "");
  const account = useSignal(identity?.account ?? "");
  const problem = model.problems.value.identity;
  const fieldError = useFieldError(problem);

  function clear() {
    void model.clearIdentity().then((done) => {
      if (!done) return;
      user.value = "";
      account.value = "";
    });
  }

  return (
    <Card
      title={t("options.identity.title")}
      lead={t("options.identity.lead")}
      aside={
        identity && (
          <Badge tone={identity.verified ? "success" : "neutral"}>
            {t(identity.verified ? "options.identity.verified" : "options.identity.unverified")}
          </Badge>
        )
      }
    >
      <Form
        label={t("options.identity.title")}
        onSubmit={() => void model.setIdentity(user.value, account.value)}
      >
        <div class="pair">
          <Field
            label={t("options.identity.user")}
            hint={t("options.identity.userHint")}
            value={user.value}
            onInput={(text) => (user.value = text)}
            error={fieldError("user")}
            required
          />
          <Field
            label={t("options.identity.account")}
            hint={t("options.identity.accountHint")}
            value={account.value}
            onInput={(text) => (account.value = text)}
          />
        </div>
        <FormRefusal problem={problem} />
        <div class="actions">
          <Button submit busy={model.busy.value === "identity"}>
            {t("options.identity.save")}
          </Button>
          {identity && (
            <Button kind="quiet" onClick={clear}>
              {t("options.identity.clear")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
