import { useState } from "preact/hooks";
import type { RiskCaseDetail } from "../../../lib/model/risk-case.ts";
import { TaskForm } from "../../tasks/task-form.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Time } from "../../ui/time.tsx";
import type { AccountHealthModel } from "./account-health-model.ts";

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
      <TaskForm
        owner=""
        busy={model.busy.value}
        onMake={({ title, owner = null, due = null }) => model.addTask({ title, owner, due })}
      />
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
