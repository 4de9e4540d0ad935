import { useState } from "preact/hooks";
import type * as z from "zod/mini";
import type { Task, TaskPatch } from "../../lib/model/task.ts";
import { AccountLink } from "../accounts/account-link.tsx";
import { daysUntil } from "../accounts/words.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";

export interface TaskRowProps {
  task: Task;
  /** The account is named and leads to its page. */
  accountName?: string | null;
  busy: boolean;
  onChange: (patch: z.input<typeof TaskPatch>) => Promise<boolean>;
}

/** A task with what can be done about it: finish, drop, open again, hand over. */
export function TaskRow({ task, accountName, busy, onChange }: TaskRowProps) {
  const { t, dayOfYear } = useI18n();
  const [handing, setHanding] = useState(false);
  const isOpen = task.state === "open" || task.state === "doing";
  const isLate = isOpen && task.due !== null && daysUntil(task.due, Date.now()) < 0;
  return (
    <li class="row">
      <div class="row-text">
        <span class="row-title">
          {task.title} {isLate && <Badge tone="danger">{t("tasks.overdue")}</Badge>}{" "}
          {task.state !== "open" && <Badge>{t(`task.state.${task.state}`)}</Badge>}
        </span>
        {task.note !== "" && <span class="row-why">{task.note}</span>}
        <span class="row-note">
          {accountName !== undefined && <AccountLink id={task.account} name={accountName} />}
          <span>{task.owner ?? t("accounts.noOwner")}</span>
          {task.due && <span>{t("tasks.due", { day: dayOfYear(task.due) })}</span>}
          {task.source !== "hand" && <span>{t(`tasks.source.${task.source}`)}</span>}
        </span>
      </div>
      <div class="actions">
        {isOpen ? (
          <>
            <Button
              icon="check"
              busy={busy}
              label={t("tasks.finishLabel", { title: task.title })}
              onClick={() => void onChange({ state: "done" })}
            >
              {t("tasks.finish")}
            </Button>
            <Button
              kind="quiet"
              expanded={handing}
              label={t("tasks.handOverLabel", { title: task.title })}
              onClick={() => setHanding(!handing)}
            >
              {t("tasks.handOver")}
            </Button>
            <Button
              kind="quiet"
              busy={busy}
              label={t("tasks.dropLabel", { title: task.title })}
              onClick={() => void onChange({ state: "dropped" })}
            >
              {t("tasks.drop")}
            </Button>
          </>
        ) : (
          <Button
            icon="undo"
            busy={busy}
            label={t("tasks.reopenLabel", { title: task.title })}
            onClick={() => void onChange({ state: "open" })}
          >
            {t("tasks.reopen")}
          </Button>
        )}
      </div>
      {handing && isOpen && (
        <HandOverForm
          busy={busy}
          onHand={async (owner) => {
            if (await onChange({ owner })) setHanding(false);
          }}
        />
      )}
    </li>
  );
}

function HandOverForm(props: { busy: boolean; onHand: (owner: string) => Promise<void> }) {
  const { t } = useI18n();
  const [owner, setOwner] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (owner.trim() !== "") void props.onHand(owner.trim());
  };
  return (
    <div class="task-hand">
      <Form label={t("tasks.handOver")} onSubmit={submit}>
        <div class="choices">
          <div class="choice">
            <Field
              label={t("tasks.handOverTo")}
              value={owner}
              onInput={setOwner}
              error={tried && owner.trim() === "" ? t("common.required") : undefined}
            />
          </div>
          <Button submit busy={props.busy}>
            {t("tasks.handOver")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
