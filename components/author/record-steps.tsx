import { useEffect, useRef } from "preact/hooks";
import type { RecordingEntry, RecordingStatus } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { RecordModel } from "./record-model.ts";

const TONES = { green: "success", amber: "warning", red: "danger" } as const satisfies Record<
  NonNullable<RecordingEntry["lamp"]>,
  Tone
>;

/** What was recorded so far, as it will be told; the newest at the end, in sight, and said to who does not see it. */
export function RecordSteps({ model, status }: { model: RecordModel; status: RecordingStatus }) {
  const { t, wanted } = useI18n();
  const list = useRef<HTMLOListElement>(null);
  const { steps } = status;
  const newest = steps.at(-1);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest?.step]);
  return (
    <>
      {steps.length === 0 ? (
        <p class="muted">{t("record.none")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard
        <ol ref={list} class="rows record-steps" tabIndex={0} aria-label={t("record.steps")}>
          {steps.map((entry, at) => (
            <Step key={entry.step} model={model} entry={entry} number={at + 1} />
          ))}
        </ol>
      )}
      <p class="visually-hidden" role="status">
        {newest &&
          t("record.newest", { number: steps.length, step: localize(newest.title, wanted) })}
      </p>
    </>
  );
}

function Step(props: { model: RecordModel; entry: RecordingEntry; number: number }) {
  const { t, number: format, wanted } = useI18n();
  const { model, entry } = props;
  const { step, lamp, picture } = entry;
  const title = localize(entry.title, wanted);
  const address = picture && model.pictures.value.get(picture);
  return (
    <li class="record-step">
      <span class="record-number" aria-hidden="true">
        {format(props.number)}
      </span>
      <div class="record-text">
        <p class="row-title">{title}</p>
        {lamp && lamp !== "green" && (
          <p class="row-note">
            <Badge tone={TONES[lamp]}>{t(`record.lamp.${lamp}`)}</Badge>
          </p>
        )}
        {lamp === "red" && <p class="row-note">{t("record.advice")}</p>}
        {address && <img class="record-picture" src={address} alt="" />}
      </div>
      <Button kind="quiet" icon="trash" iconOnly onClick={() => void model.remove(step)}>
        {t("record.removeLabel", { step: title })}
      </Button>
    </li>
  );
}
