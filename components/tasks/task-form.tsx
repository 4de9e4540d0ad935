import { useState } from "preact/hooks";
import type * as z from "zod/mini";
import { isCalendarDay } from "../../lib/model/calendar-day.ts";
import type { NewTask } from "../../lib/model/task.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";

/** A form for another task. Without `withAccount` the account is known. */
export function TaskForm(props: {
  busy: boolean;
  /** Whose it is unless said otherwise. */
  owner: string;
  withAccount?: boolean;
  /** "noAccount", "manyAccounts": the account cannot be told. */
  onMake: (task: z.input<typeof NewTask>) => Promise<boolean | "noAccount" | "manyAccounts">;
}) {
  const { t } = useI18n();
  const empty = { account: "", title: "", owner: props.owner, due: "" };
  const [task, setTask] = useState(empty);
  const [tried, setTried] = useState(false);
  const [unclear, setUnclear] = useState<"noAccount" | "manyAccounts" | null>(null);
  const lacks = (text: string) => (tried && text.trim() === "" ? t("common.required") : undefined);
  const isDay = task.due === "" || isCalendarDay(task.due);
  const make = async () => {
    setTried(true);
    const account = task.account.trim();
    if (task.title.trim() === "" || !isDay || (props.withAccount && account === "")) return;
    const made = await props.onMake({
      account,
      title: task.title.trim(),
      owner: task.owner.trim() || null,
      due: task.due || null,
    });
    setUnclear(typeof made === "string" ? made : null);
    if (made !== true) return;
    setTask(empty);
    setTried(false);
  };
  return (
    <Form label={t("tasks.make")} onSubmit={() => void make()}>
      <div class="choices">
        {props.withAccount && (
          <div class="choice">
            <Field
              label={t("tasks.account")}
              value={task.account}
              onInput={(account) => setTask({ ...task, account })}
              error={lacks(task.account) ?? (unclear ? t(`tasks.${unclear}`) : undefined)}
            />
          </div>
        )}
        <div class="choice">
          <Field
            label={t("tasks.title")}
            value={task.title}
            onInput={(title) => setTask({ ...task, title })}
            error={lacks(task.title)}
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
        <Button submit icon="plus" busy={props.busy}>
          {t("tasks.make")}
        </Button>
      </div>
    </Form>
  );
}
