import { useState } from "preact/hooks";
import { MOST_REASSIGNED } from "../../lib/model/reassignment.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { AccountsModel } from "./model.ts";

/** What is done with the accounts that are chosen in the list. `shown`: those that are in sight; `total`: in the filter. */
export function ChosenBar(props: {
  model: AccountsModel;
  shown: readonly string[];
  total: number;
}) {
  const { t } = useI18n();
  const { model, shown, total } = props;
  const { handing } = model;
  const [to, setTo] = useState("");
  const [tried, setTried] = useState(false);
  const chosen = handing.chosen.value;
  const count = chosen.size;
  const isTooMany = count > MOST_REASSIGNED;
  const give = async () => {
    setTried(true);
    if (to.trim() === "" || isTooMany) return;
    if (!(await handing.give({ accounts: [...chosen], to: to.trim() }))) return;
    setTo("");
    setTried(false);
  };
  if (count === 0) return null;
  return (
    <Form label={t("accounts.chosen.title")} onSubmit={() => void give()}>
      <div class="chosen-bar">
        <p role="status">
          <strong>{t("accounts.chosen", { count })}</strong>
          {isTooMany && ` ${t("accounts.chosen.tooMany", { count: MOST_REASSIGNED })}`}
        </p>
        <div class="actions">
          {shown.some((id) => !chosen.has(id)) && (
            <Button onClick={() => handing.choose(shown, true)}>
              {t("accounts.chosen.shown", { count: shown.length })}
            </Button>
          )}
          {count < total && total > shown.length && (
            <Button
              busy={handing.busy.value}
              onClick={() => void handing.chooseAll(model.question())}
            >
              {t("accounts.chosen.all", { count: total })}
            </Button>
          )}
          <Button onClick={() => handing.choose([...chosen], false)}>
            {t("accounts.chosen.none")}
          </Button>
        </div>
        <div class="choices">
          <div class="choice">
            <Field
              label={t("accounts.handOver.to")}
              value={to}
              onInput={setTo}
              error={tried && to.trim() === "" ? t("common.required") : undefined}
            />
          </div>
          <Button kind="primary" submit busy={handing.busy.value} disabled={isTooMany}>
            {t("accounts.handOver.do")}
          </Button>
        </div>
      </div>
    </Form>
  );
}
