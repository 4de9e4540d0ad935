import { ActProblem } from "../accounts/act-problem.tsx";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { KeepFocus } from "../ui/keep-focus.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { TASK_VIEWS, type TasksModel } from "./model.ts";
import { TaskForm } from "./task-form.tsx";
import { TaskRow } from "./task-row.tsx";

/** What is to be done for customers: mine, what is overdue, all that is open, and what came to its end. */
export function TasksSection({ model, context }: { model: TasksModel; context: ReportContext }) {
  const { t } = useI18n();
  const view = model.view.value;
  const nobody = view === "mine" && model.me.value === "";
  return (
    <div class="stack">
      <Segmented
        label={t("tasks.view")}
        labelHidden
        value={view}
        options={TASK_VIEWS.map((value) => ({ value, label: t(`tasks.view.${value}`) }))}
        onChange={(chosen) => model.choose({ view: chosen })}
      />
      <Card title={t(`tasks.title.${view}`)} lead={t("tasks.lead")}>
        <Whose model={model} />
        <Undo model={model} />
        <ActProblem acts={model} context={context} />
        {nobody ? (
          <EmptyState title={t("tasks.whoAreYou")} hint={t("tasks.whoAreYouHint")} />
        ) : (
          <List model={model} context={context} />
        )}
      </Card>
      <Card title={t("tasks.new")}>
        <TaskForm
          key={model.me.value}
          withAccount
          busy={model.busy.value}
          owner={model.me.value}
          onMake={model.make}
        />
      </Card>
    </div>
  );
}

function Whose({ model }: { model: TasksModel }) {
  const { t } = useI18n();
  const mine = model.view.value === "mine";
  const chosen = model.owner.value;
  const names = new Set([...(model.owners.value.value ?? []), ...(chosen ? [chosen] : [])]);
  return (
    <div class="choices">
      <div class="choice">
        <Select
          label={mine ? t("tasks.me") : t("accounts.owner")}
          value={chosen}
          options={[
            { value: "", label: mine ? t("accounts.choose") : t("accounts.all") },
            ...[...names].sort().map((value) => ({ value, label: value })),
          ]}
          onChange={(owner) => (mine ? model.callMe(owner) : model.choose({ owner }))}
        />
      </div>
    </div>
  );
}

/** Finishing is taken back with one press, as long as nothing else is finished. */
function Undo({ model }: { model: TasksModel }) {
  const { t } = useI18n();
  const task = model.undoable.value;
  return (
    <div role="status" class="task-undo">
      {task && (
        <>
          <span>{t("tasks.closed", { title: task.title })}</span>{" "}
          <Button icon="undo" busy={model.busy.value} onClick={() => void model.undo()}>
            {t("tasks.undo")}
          </Button>
        </>
      )}
    </div>
  );
}

function List({ model, context }: { model: TasksModel; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Report resource={model.list} context={context}>
      {({ items, next }) => (
        <KeepFocus>
          {items.length === 0 ? (
            <EmptyState title={t(`tasks.none.${model.view.value}`)} />
          ) : (
            <ul class="rows">
              {items.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  accountName={task.accountName}
                  busy={model.busy.value}
                  onChange={(patch) => model.change(task, patch)}
                />
              ))}
            </ul>
          )}
          {next !== null && (
            <div class="actions actions-center">
              <Button busy={model.busy.value} onClick={() => void model.more()}>
                {t("accounts.more")}
              </Button>
            </div>
          )}
        </KeepFocus>
      )}
    </Report>
  );
}
