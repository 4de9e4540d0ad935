import { useEffect, useMemo, useState } from "preact/hooks";
import { isCalendarDay } from "../../lib/model/calendar-day.ts";
import type { AccountChecklist, ChecklistTemplate } from "../../lib/model/checklist.ts";
import { localize } from "../../lib/model/locale.ts";
import { Report, type ReportContext, useQueryMessage } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Meter } from "../ui/meter.tsx";
import { Notice } from "../ui/notice.tsx";
import { Select } from "../ui/select.tsx";
import { type AccountChecklistsModel, createAccountChecklistsModel } from "./account-model.ts";
import type { ChecklistsClient } from "./client.ts";

/** The checklists of an account: how far each is, and one to begin. */
export function AccountChecklists(props: {
  client: ChecklistsClient;
  account: string;
  context: ReportContext;
  /** UTC day. */
  today: string;
  /** The lists are asked for again when this is another. */
  seen: unknown;
  /** Tasks of the account are others now. */
  onChanged: () => void;
}) {
  const { t } = useI18n();
  const { client, account, context, today, seen, onChanged } = props;
  const message = useQueryMessage(context.server);
  const model = useMemo(
    () =>
      createAccountChecklistsModel(client, account, {
        newId: () => crypto.randomUUID(),
        changed: onChanged,
      }),
    [client, account, onChanged],
  );
  useEffect(() => void model.answer.load(), [model, seen]);
  const problem = model.problem.value;
  return (
    <Card title={t("checklists.ofAccount")}>
      <Report resource={model.answer} context={context}>
        {({ lists, templates }) => (
          <div class="stack">
            {lists.length === 0 && <p class="muted">{t("checklists.none")}</p>}
            {lists.map((list) => (
              <List key={list.id} list={list} model={model} today={today} />
            ))}
            {problem && (
              <Notice tone="danger" live>
                <p>{message(problem)}</p>
              </Notice>
            )}
            {templates.length > 0 && <Start templates={templates} model={model} today={today} />}
          </div>
        )}
      </Report>
    </Card>
  );
}

function List(props: { list: AccountChecklist; model: AccountChecklistsModel; today: string }) {
  const { t, dayOfYear, number } = useI18n();
  const { list, model, today } = props;
  const tasks = list.tasks.filter(({ state }) => state !== "dropped");
  const done = tasks.filter(({ state }) => state === "done").length;
  const text = t("checklists.progress", { done: number(done), of: number(tasks.length) });
  return (
    <section class="group" aria-label={list.name}>
      <div class="filter">
        <h3>{list.name}</h3>
        <span class="muted small">
          {text} · {t("checklists.from", { day: dayOfYear(list.day) })}
        </span>
      </div>
      <Meter label={list.name} text={text} done={done} of={tasks.length} />
      <ul class="rows">
        {tasks.map((task) => {
          const isDone = task.state === "done";
          const isLate = !isDone && task.due !== null && task.due < today;
          return (
            <li key={task.id}>
              <label class="row checklist-task">
                <input
                  type="checkbox"
                  checked={isDone}
                  onChange={() => void model.mark(task, !isDone)}
                />
                <span class="row-text">
                  <span class={isDone ? "muted" : "row-title"}>{task.title}</span>
                  <span class="row-note">
                    {[task.owner, task.due && dayOfYear(task.due)].filter(Boolean).join(" · ")}
                    {isLate && <span class="checklist-late">{t("checklists.late")}</span>}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Start(props: {
  templates: readonly ChecklistTemplate[];
  model: AccountChecklistsModel;
  today: string;
}) {
  const { t, wanted } = useI18n();
  const { templates, model, today } = props;
  const [template, setTemplate] = useState(templates[0]?.id ?? "");
  const [day, setDay] = useState(today);
  return (
    <Form
      label={t("checklists.start")}
      onSubmit={() => {
        if (isCalendarDay(day)) void model.start(template, day, wanted);
      }}
    >
      <div class="choices">
        <div class="choice">
          <Select
            label={t("checklists.template")}
            value={template}
            options={templates.map(({ id, name }) => ({
              value: id,
              label: localize(name, wanted),
            }))}
            onChange={setTemplate}
          />
        </div>
        <div class="choice">
          <Field
            label={t("checklists.startDay")}
            value={day}
            onInput={(text) => setDay(text.trim())}
            error={isCalendarDay(day) ? undefined : t("case.dayError")}
          />
        </div>
        <Button submit icon="plus" busy={model.busy.value}>
          {t("checklists.start")}
        </Button>
      </div>
    </Form>
  );
}
