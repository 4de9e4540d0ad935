import { useState } from "preact/hooks";
import { freeId } from "../../lib/draft/free-id.ts";
import { localize } from "../../lib/model/locale.ts";
import { Report, type ReportContext, useQueryMessage } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { sayProblem } from "../ui/say-problem.ts";
import { TemplateForm } from "./template-form.tsx";
import type { TemplatesModel } from "./templates-model.ts";

/** The templates of checklists, to be changed. */
export function TemplatesView(props: { model: TemplatesModel; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Card title={t("checklists.title")} lead={t("checklists.lead")}>
      <Report resource={props.model.settings} context={props.context}>
        {() => <Templates {...props} />}
      </Report>
    </Card>
  );
}

function Templates({ model, context }: { model: TemplatesModel; context: ReportContext }) {
  const { t, wanted } = useI18n();
  const [open, setOpen] = useState<string | null>(null);
  const templates = model.templates.value;
  return (
    <div class="stack">
      {templates.length === 0 && (
        <EmptyState title={t("checklists.empty")} hint={t("checklists.emptyHint")} />
      )}
      {templates.map((template) => (
        <section key={template.id}>
          <Disclosure
            title={localize(template.name, wanted)}
            open={open === template.id}
            onToggle={() => setOpen(open === template.id ? null : template.id)}
            note={
              <p class="muted small">{t("checklists.steps", { count: template.steps.length })}</p>
            }
          >
            <TemplateForm model={model} template={template} />
          </Disclosure>
        </section>
      ))}
      <AddTemplate model={model} onAdded={setOpen} />
      <Problem model={model} context={context} />
      <Saving model={model} />
    </div>
  );
}

function AddTemplate({ model, onAdded }: { model: TemplatesModel; onAdded: (id: string) => void }) {
  const { t, language } = useI18n();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const add = () => {
    setTried(true);
    if (name.trim() === "") return;
    const taken = new Set(model.templates.value.map(({ id }) => id));
    const id = freeId(name, taken, "checklist");
    const steps = [{ text: { [language]: "" }, day: 0, owner: null }];
    model.add({ id, name: { [language]: name.trim() }, steps });
    setName("");
    setTried(false);
    onAdded(id);
  };
  return (
    <Form label={t("checklists.add")} onSubmit={add}>
      <div class="choices">
        <div class="choice">
          <Field
            label={t("checklists.newName")}
            value={name}
            onInput={setName}
            error={tried && name.trim() === "" ? t("common.required") : undefined}
          />
        </div>
        <Button submit icon="plus">
          {t("checklists.add")}
        </Button>
      </div>
    </Form>
  );
}

function Problem({ model, context }: { model: TemplatesModel; context: ReportContext }) {
  const i18n = useI18n();
  const { t } = i18n;
  const message = useQueryMessage(context.server);
  const problem = model.problem.value;
  if (!problem && !model.lacking.value) return null;
  return (
    <Notice tone="danger" live>
      <p>{problem ? message(problem) : t("checklists.lacking")}</p>
      {problem?.problems?.map((one) => (
        <p key={one.path}>{sayProblem(one, i18n)}</p>
      ))}
    </Notice>
  );
}

function Saving({ model }: { model: TemplatesModel }) {
  const { t, dateTime } = useI18n();
  const there = model.settings.value.value;
  return (
    <div class="filter">
      <p class="muted small">
        {there?.updatedAt
          ? t("checklists.savedAt", { when: dateTime(there.updatedAt), by: there.updatedBy ?? "" })
          : t("checklists.defaults")}
      </p>
      <div class="actions">
        <Button disabled={!model.changed.value} onClick={model.discard}>
          {t("checklists.discard")}
        </Button>
        <Button
          kind="primary"
          disabled={!model.changed.value}
          busy={model.busy.value}
          onClick={() => void model.save()}
        >
          {t("checklists.save")}
        </Button>
      </div>
    </div>
  );
}
