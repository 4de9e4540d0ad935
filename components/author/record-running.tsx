import { useSignal } from "@preact/signals";
import type { RecordingStatus } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { MessageProblem } from "../message-problem.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import type { RecordModel } from "./record-model.ts";
import { RecordSteps } from "./record-steps.tsx";

const TONES: Record<RecordingStatus["state"], Tone> = {
  recording: "danger",
  paused: "neutral",
  interrupted: "warning",
};

export function RecordState({ status }: { status: RecordingStatus }) {
  const { t } = useI18n();
  return <Badge tone={TONES[status.state]}>{t(`record.state.${status.state}`)}</Badge>;
}

/** What is recorded so far, and what can be done with it. */
export function RecordRunning(props: {
  model: RecordModel;
  status: RecordingStatus;
  /** What finishing is called. */
  finish: string;
}) {
  const { t, wanted } = useI18n();
  const { model, status } = props;
  const nameOf = (guide: string) => {
    const place = model.places.value.find((one) => one.guide === guide);
    return place ? localize(place.name, wanted) : guide;
  };
  const busy = model.busy.value;
  const runs = status.state === "recording";
  const none = status.steps.length === 0;
  const elsewhere = runs && !model.here.value;
  return (
    <>
      {status.state === "interrupted" && (
        <Notice tone="neutral">
          <p>{t("record.interrupted")}</p>
        </Notice>
      )}
      {elsewhere && <p class="muted">{t("record.elsewhere")}</p>}
      {status.into && <p class="muted">{t("record.goesTo", { guide: nameOf(status.into) })}</p>}
      <Unseen model={model} />
      <RecordSteps model={model} status={status} />
      <div class="actions">
        {runs && !elsewhere ? (
          <Button icon="pause" busy={busy === "pause"} onClick={() => void model.pause()}>
            {t("record.pause")}
          </Button>
        ) : (
          <Button icon="record" busy={busy === "begin"} onClick={() => void model.record()}>
            {t(elsewhere ? "record.here" : "record.resume")}
          </Button>
        )}
        <Button
          icon="undo"
          busy={busy === "undo"}
          disabled={none}
          onClick={() => void model.undo()}
        >
          {t("record.undo")}
        </Button>
      </div>
      <div class="actions">
        <Button
          kind="primary"
          busy={busy === "finish"}
          disabled={none}
          onClick={() => void model.finish()}
        >
          {props.finish}
        </Button>
        <Discard model={model} />
      </div>
      <p class="muted">{t("record.private")}</p>
    </>
  );
}

/** Frames of other sites, in which what is done goes by unrecorded. */
function Unseen({ model }: { model: RecordModel }) {
  const { t } = useI18n();
  const sites = model.unseen.value.map((origin) => new URL(origin).host);
  return (
    <div role="status">
      {sites.length > 0 && (
        <Notice
          tone="warning"
          title={t("record.frames", { count: sites.length, sites: sites.join(", ") })}
        >
          <div class="actions">
            <Button busy={model.busy.value === "frames"} onClick={() => void model.allowFrames()}>
              {t("record.allowFrames")}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}

function Discard({ model }: { model: RecordModel }) {
  const { t } = useI18n();
  const asks = useSignal(false);
  return (
    <>
      <Button
        kind="quiet"
        onClick={() => {
          asks.value = true;
        }}
      >
        {t("record.discard")}
      </Button>
      <ConfirmDialog
        open={asks.value}
        title={t("record.discardTitle")}
        confirm={t("record.discard")}
        busy={model.busy.value === "discard"}
        onClose={() => {
          asks.value = false;
        }}
        onConfirm={() => {
          asks.value = false;
          void model.discard();
        }}
      >
        {t("record.discardBody")}
      </ConfirmDialog>
    </>
  );
}

/** Why recording did not begin or go on. */
export function RecordProblem(props: { model: RecordModel; onOpenOptions: () => void }) {
  const { t } = useI18n();
  const problem = props.model.problem.value;
  if (problem === null) return null;
  if (problem.kind === "message") return <MessageProblem error={problem.error} />;
  return (
    <Notice tone="warning" title={t("record.noPage")} live>
      <p>
        {problem.kind === "denied"
          ? t("record.denied", { site: problem.site })
          : t(`record.${problem.kind}`)}
      </p>
      {problem.kind === "unseen" && (
        <div class="actions">
          <Button onClick={props.onOpenOptions}>{t("panel.noSite.action")}</Button>
        </div>
      )}
    </Notice>
  );
}
