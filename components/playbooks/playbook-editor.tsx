import { useMemo, useState } from "preact/hooks";
import type { LeafType } from "../../lib/draft/condition-form.ts";
import type { Problem } from "../../lib/model/parse.ts";
import type { Playbook } from "../../lib/model/playbook.ts";
import { factChoices } from "../author/account-sentence.ts";
import { ConditionBuilder } from "../author/condition-builder.tsx";
import { ChoicesContext } from "../author/condition-names.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { sayProblem } from "../ui/say-problem.ts";
import { TextArea } from "../ui/text-area.tsx";
import { ActionsForm } from "./actions-form.tsx";
import { type PlaybookForm, readForm } from "./form.ts";
import type { PlaybooksModel } from "./model.ts";

/** What an account as a whole can be asked: J1 of docs/spec/playbooks.md. */
const TYPES: readonly LeafType[] = ["attribute", "used", "count", "signal"];

/** A playbook as fields; nothing of it has to be written in a language of conditions. */
export function PlaybookEditor(props: {
  begin: PlaybookForm;
  model: PlaybooksModel;
  busy: boolean;
  /** A change of one that runs holds at once. */
  running?: boolean;
  onSave: (body: Playbook) => Promise<void>;
  onCancel: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [form, setForm] = useState(props.begin);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const published = props.model.choices.value;
  const choices = useMemo(() => ({ ...published, facts: factChoices(i18n) }), [published, i18n]);
  const put = (part: Partial<PlaybookForm>) => setForm({ ...form, ...part });
  const wrong = (path: string) => problems.some((problem) => problem.path.startsWith(path));
  const days = (path: "wait" | "coolDown") => (wrong(path) ? t("playbooks.form.days") : undefined);
  const save = async () => {
    const read = readForm(form);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) await props.onSave(read.body);
  };
  return (
    <Form label={t("playbooks.edit")} onSubmit={() => void save()}>
      {props.running && <Notice tone="warning" title={t("playbooks.form.running")} />}
      <Field
        label={t("playbooks.form.name")}
        value={form.name}
        error={wrong("name") ? t("common.required") : undefined}
        onInput={(name) => put({ name })}
      />
      <TextArea
        label={t("playbooks.form.description")}
        rows={2}
        value={form.description}
        onInput={(description) => put({ description })}
      />
      <ChoicesContext.Provider value={choices}>
        <ConditionBuilder
          label={t("playbooks.form.when")}
          types={TYPES}
          required
          value={form.when}
          onChange={(when) => when && put({ when })}
        />
      </ChoicesContext.Provider>
      <div class="choices choices-top">
        <div class="choice">
          <Field
            label={t("playbooks.form.wait")}
            hint={t("playbooks.form.waitHint")}
            value={form.wait}
            error={days("wait")}
            onInput={(wait) => put({ wait })}
          />
        </div>
        <div class="choice">
          <Field
            label={t("playbooks.form.coolDown")}
            hint={t("playbooks.form.coolDownHint")}
            value={form.coolDown}
            error={days("coolDown")}
            onInput={(coolDown) => put({ coolDown })}
          />
        </div>
        <div class="choice">
          <Field
            label={t("playbooks.form.holdout")}
            hint={t("playbooks.form.holdoutHint")}
            value={form.holdout}
            error={wrong("holdout") ? t("playbooks.form.holdoutHint") : undefined}
            onInput={(holdout) => put({ holdout })}
          />
        </div>
      </div>
      <ActionsForm
        actions={form.actions}
        model={props.model}
        wrong={wrong}
        onChange={(actions) => put({ actions })}
      />
      {problems.length > 0 && (
        <Notice tone="danger" title={t("playbooks.form.problems")} live>
          <ul>
            {problems.map((one) => (
              <li key={one.path}>{sayProblem(one, i18n)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="actions">
        <Button kind="primary" submit busy={props.busy}>
          {t("playbooks.form.save")}
        </Button>
        <Button onClick={props.onCancel}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}
