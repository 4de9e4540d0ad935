import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import type { AccountsModel } from "./model.ts";

/** Gives all accounts and open tasks of one CSM to another, such as when somebody leaves. */
export function HandOver({ model }: { model: AccountsModel }) {
  const { t, number } = useI18n();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [tried, setTried] = useState(false);
  const { handing } = model;
  const owners = model.choices.value.value?.facets.owner ?? [];
  if (owners.length === 0) return null;
  const wrong =
    to.trim() === "" ? t("common.required") : to.trim() === from && t("accounts.handOver.same");
  const submit = async () => {
    setTried(true);
    if (from === "" || wrong) return;
    if (!(await handing.give({ from, to: to.trim() }))) return;
    setFrom("");
    setTo("");
    setTried(false);
  };
  return (
    <Disclosure title={t("accounts.handOver")} open={open} onToggle={() => setOpen(!open)}>
      <Form label={t("accounts.handOver")} onSubmit={() => void submit()}>
        <p class="muted">{t("accounts.handOver.lead")}</p>
        <div class="choices">
          <div class="choice">
            <Select
              label={t("accounts.handOver.from")}
              value={from}
              options={[
                { value: "", label: t("accounts.choose") },
                ...owners.map(({ value, accounts }) => ({
                  value,
                  label: `${value} (${number(accounts)})`,
                })),
              ]}
              onChange={setFrom}
            />
          </div>
          <div class="choice">
            <Field
              label={t("accounts.handOver.to")}
              value={to}
              onInput={setTo}
              error={(tried && wrong) || undefined}
            />
          </div>
          <Button submit busy={handing.busy.value} disabled={from === ""}>
            {t("accounts.handOver.do")}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
