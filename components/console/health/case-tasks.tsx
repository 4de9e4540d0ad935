import { useState } from "preact/hooks";
import { isCalendarDay } from "../../../lib/model/calendar-day.ts";
import type { RiskCaseDetail } from "../../../lib/model/risk-case.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Time } from "../../ui/time.tsx";
import type { AccountHealthModel } from "./account-health-model.ts";

const EMPTY = { title: "", owner: "", due: "" };

/** The tasks of the plan, a form for another one, and who did what with the case. */
export function CaseTasks({
  detail,
  model,
}: {
  detail: RiskCaseDetail;
  model: AccountHealthModel;
}) {
  const { t, dayOfYear } = useI18n();
  const [shown, setShown] = useState(false);
  return (
    <div class="stack">
      <h3>{t("case.tasks")}</h3>
      {detail.tasks.length === 0 ? (
        <p class="muted">{t("case.noTasks")}</p>
      ) : (
        <ul class="rows">
          {detail.tasks.map((task) => (
            <li key={task.id} class="row">
              <div class="row-text">
                <span class="row-title">
                  {task.title} <Badge>{t(`task.state.${task.state}`)}</Badge>
                </span>
                <span class="row-note">
                  {[task.owner, task.due && dayOfYear(task.due)].filter(Boolean).join(" · ")}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <TaskForm model={model} />
      <Disclosure title={t("case.history")} open={shown} onToggle={() => setShown(!shown)}>
        <ul class="health-list">
          {detail.acts.map((act) => (
            <li key={act.id}>
              <Time at={act.at} /> · {act.by}
              {": "}
              {Object.keys((act.after ?? {}) as object)
                .map((field) => t(`case.field.${field as "level"}`))
                .join(", ")}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function TaskForm({ model }: { model: AccountHealthModel }) {
  const { t } = useI18n();
  const [task, setTask] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const isDay = task.due === "" || isCalendarDay(task.due);
  const add = async () => {
    setTried(true);
    if (task.title.trim() === "" || !isDay) return;
    const made = await model.addTask({
      title: task.title.trim(),
      owner: task.owner.trim() || null,
      due: task.due || null,
    });
    if (!made) return;
    setTask(EMPTY);
    setTried(false);
  };
  return (
    <Form label={t("case.addTask")} onSubmit={() => void add()}>
      <div class="choices">
        <div class="choice">
          <Field
            label={t("case.taskTitle")}
            value={task.title}
            onInput={(title) => setTask({ ...task, title })}
            error={tried && task.title.trim() === "" ? t("common.required") : undefined}
          />
        </div>
        <div class="choice">
          <Field
            label={t("case.taskOwner")}
            value={task.owner}
            onInput={(owner) => setTask({ ...task, owner })}
          />
        </div>
        <div class="choice">
          <Field
            label={t("case.taskDue")}
            placeholder="2026-11-30"
            value={task.due}
            onInput={(due) => setTask({ ...task, due: due.trim() })}
            error={tried && !isDay ? t("case.dayError") : undefined}
          />
        </div>
        <Button submit icon="plus" busy={model.busy.value}>
          {t("case.addTask")}
        </Button>
      </div>
    </Form>
  );
}
