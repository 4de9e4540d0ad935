import { useState } from "preact/hooks";
import { freeId } from "../../lib/draft/free-id.ts";
import { localize } from "../../lib/model/locale.ts";
import { DraftSaving } from "../console/draft-saving.tsx";
import { Report, type ReportContext, useQueryMessage } from "../console/report-card.tsx";
import { AddNamed } from "../ui/add-named.tsx";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
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
  return (
    <AddNamed
      label={t("checklists.add")}
      field={t("checklists.newName")}
      onAdd={(name) => {
        const taken = new Set(model.templates.value.map(({ id }) => id));
        const id = freeId(name, taken, "checklist");
        const steps = [{ text: { [language]: "" }, day: 0, owner: null }];
        model.add({ id, name: { [language]: name }, steps });
        onAdded(id);
      }}
    />
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
    <DraftSaving
      draft={model}
      note={
        there?.updatedAt
          ? t("checklists.savedAt", { when: dateTime(there.updatedAt), by: there.updatedBy ?? "" })
          : t("checklists.defaults")
      }
      labels={{ save: t("checklists.save"), discard: t("checklists.discard") }}
    />
  );
}
