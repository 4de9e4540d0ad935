import { useState } from "preact/hooks";
import { isCalendarDay } from "../../lib/model/calendar-day.ts";
import { TouchKind, TouchState } from "../../lib/model/touch.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";

const today = () => new Date().toISOString().slice(0, 10);

/** Writes down a contact, one that was missed, or a note. */
export function TouchCard({ model, glance }: { model: AccountPageModel; glance: AccountAtGlance }) {
  const { t } = useI18n();
  const empty = () => ({
    kind: "call" as TouchKind,
    state: "done" as TouchState,
    day: today(),
    people: "",
    text: "",
  });
  const [touch, setTouch] = useState(empty);
  const [tried, setTried] = useState(false);
  const isDay = isCalendarDay(touch.day);
  const write = async () => {
    setTried(true);
    if (!isDay) return;
    const { kind, state, day, people, text } = touch;
    const done = await model.touch({
      kind,
      state,
      text,
      // Of another day the hour is not known: noon is that day nearly everywhere.
      ...(day !== today() && { at: Date.parse(`${day}T12:00:00Z`) }),
      people: people.split(",").flatMap((name) => name.trim() || []),
      owner: glance.account.owner,
    });
    if (!done) return;
    setTouch(empty());
    setTried(false);
  };
  return (
    <Card title={t("account.touch")} lead={t("account.touchLead")}>
      <Form label={t("account.touch")} onSubmit={() => void write()}>
        <div class="choices">
          <div class="choice">
            <Select
              label={t("account.touchKind")}
              value={touch.kind}
              options={TouchKind.options.map((value) => ({
                value,
                label: t(`review.contact.${value}`),
              }))}
              onChange={(kind) => setTouch({ ...touch, kind })}
            />
          </div>
          <div class="choice">
            <Select
              label={t("account.touchState")}
              value={touch.state}
              options={TouchState.options.map((value) => ({
                value,
                label: t(`account.touchState.${value}`),
              }))}
              onChange={(state) => setTouch({ ...touch, state })}
            />
          </div>
          <div class="choice">
            <Field
              label={t("account.touchDay")}
              value={touch.day}
              onInput={(day) => setTouch({ ...touch, day: day.trim() })}
              error={tried && !isDay ? t("case.dayError") : undefined}
            />
          </div>
          <div class="choice">
            <Field
              label={t("account.touchPeople")}
              value={touch.people}
              onInput={(people) => setTouch({ ...touch, people })}
            />
          </div>
        </div>
        <TextArea
          label={t("account.touchText")}
          value={touch.text}
          onInput={(text) => setTouch({ ...touch, text })}
        />
        <div class="actions">
          <Button submit icon="plus" busy={model.busy.value}>
            {t("account.touchDo")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
