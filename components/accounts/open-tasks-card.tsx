import { TaskForm } from "../tasks/task-form.tsx";
import { TaskRow } from "../tasks/task-row.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { KeepFocus } from "../ui/keep-focus.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";

/** What is to be done for the account, without steps of checklists, which stand below in their order. */
export function OpenTasksCard(props: { model: AccountPageModel; glance: AccountAtGlance }) {
  const { t } = useI18n();
  const { model, glance } = props;
  const tasks = glance.tasks.filter(({ source }) => source !== "checklist");
  return (
    <Card title={t("account.tasks")}>
      <KeepFocus>
        {tasks.length === 0 ? (
          <p class="muted">{t("account.tasksNone")}</p>
        ) : (
          <ul class="rows">
            {tasks.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                busy={model.busy.value}
                onChange={(patch) => model.changeTask(task.id, patch)}
              />
            ))}
          </ul>
        )}
      </KeepFocus>
      <TaskForm
        busy={model.busy.value}
        owner={glance.account.owner ?? ""}
        onMake={(task) => model.makeTask(task)}
      />
    </Card>
  );
}
