import { useState } from "preact/hooks";
import type { AccountGoal } from "../../lib/model/account-value.ts";
import { isCalendarDay } from "../../lib/model/calendar-day.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { KeepFocus } from "../ui/keep-focus.tsx";
import { Notice } from "../ui/notice.tsx";
import { TextArea } from "../ui/text-area.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";

const TONES = { open: "neutral", reached: "success", missed: "warning" } as const;

/** Goals that were agreed with the client, and what they expect. */
export function AgreedCard({
  model,
  glance: { account },
}: {
  model: AccountPageModel;
  glance: AccountAtGlance;
}) {
  const { t, dayOfYear } = useI18n();
  const { goals } = account;
  const put = (at: number, state: AccountGoal["state"] | null) =>
    model.change({
      goals: goals.flatMap((goal, index) =>
        index !== at ? goal : state === null ? [] : { ...goal, state },
      ),
    });
  return (
    <Card title={t("account.agreed")}>
      <KeepFocus>
        {goals.length === 0 ? (
          <p class="muted">{t("account.goalsNone")}</p>
        ) : (
          <ul class="rows">
            {goals.map((goal, at) => (
              <li key={`${goal.text} ${goal.due ?? ""}`} class="row">
                <div class="row-text">
                  <span class="row-title">
                    {goal.text}{" "}
                    <Badge tone={TONES[goal.state]}>{t(`review.goal.${goal.state}`)}</Badge>
                  </span>
                  {goal.due && (
                    <span class="row-note">{t("review.due", { day: dayOfYear(goal.due) })}</span>
                  )}
                </div>
                <div class="actions">
                  {(["reached", "missed", "open"] as const)
                    .filter((state) => state !== goal.state)
                    .map((state) => (
                      <Button
                        key={state}
                        kind="quiet"
                        busy={model.busy.value}
                        label={`${t(`account.goal.${state}`)}: ${goal.text}`}
                        onClick={() => void put(at, state)}
                      >
                        {t(`account.goal.${state}`)}
                      </Button>
                    ))}
                  <Button
                    kind="quiet"
                    icon="trash"
                    iconOnly
                    busy={model.busy.value}
                    label={t("account.goalRemove", { goal: goal.text })}
                    onClick={() => void put(at, null)}
                  >
                    {t("account.goalRemove", { goal: goal.text })}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </KeepFocus>
      <GoalForm
        busy={model.busy.value}
        onAdd={(goal) => model.change({ goals: [...goals, goal] })}
      />
      <Expectations model={model} text={account.expectations ?? ""} />
    </Card>
  );
}

function GoalForm(props: { busy: boolean; onAdd: (goal: AccountGoal) => Promise<boolean> }) {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const [due, setDue] = useState("");
  const [tried, setTried] = useState(false);
  const isDay = due === "" || isCalendarDay(due);
  const add = async () => {
    setTried(true);
    if (text.trim() === "" || !isDay) return;
    const goal = { text: text.trim(), state: "open" as const, ...(due && { due }) };
    if (!(await props.onAdd(goal))) return;
    setText("");
    setDue("");
    setTried(false);
  };
  return (
    <Form label={t("account.goalAdd")} onSubmit={() => void add()}>
      <div class="choices">
        <div class="choice">
          <Field
            label={t("account.goal")}
            value={text}
            onInput={setText}
            error={tried && text.trim() === "" ? t("common.required") : undefined}
          />
        </div>
        <div class="choice">
          <Field
            label={t("case.taskDue")}
            placeholder="2026-11-30"
            value={due}
            onInput={(day) => setDue(day.trim())}
            error={tried && !isDay ? t("case.dayError") : undefined}
          />
        </div>
        <Button submit icon="plus" busy={props.busy}>
          {t("account.goalAdd")}
        </Button>
      </div>
    </Form>
  );
}

function Expectations({ model, text }: { model: AccountPageModel; text: string }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState<{ over: string; now: string } | null>(null);
  const now = typed?.now ?? text;
  const save = async () => {
    if (await model.change({ expectations: now.trim() || null })) setTyped(null);
  };
  return (
    <Form label={t("account.expectations")} onSubmit={() => void save()}>
      <TextArea
        label={t("account.expectations")}
        value={now}
        onInput={(next) => setTyped({ over: typed?.over ?? text, now: next })}
      />
      {typed && typed.over !== text && (
        <Notice tone="warning" title={t("account.expectationsNow")} live>
          <p>{text || t("account.unknown")}</p>
        </Notice>
      )}
      {now !== text && (
        <div class="actions">
          <Button submit busy={model.busy.value}>
            {t("account.save")}
          </Button>
        </div>
      )}
    </Form>
  );
}
