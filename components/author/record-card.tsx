import { useSignal } from "@preact/signals";
import type { RecordingStatus } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { MessageProblem } from "../message-problem.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { RecordInto } from "./record-into.tsx";
import type { RecordModel } from "./record-model.ts";
import { RecordSteps } from "./record-steps.tsx";

export interface RecordCardProps {
  model: RecordModel;
  onOpenOptions: () => void;
}

/** Records what is done in the page beside the panel. Nobody has to be signed in: nothing leaves the device. */
export function RecordCard(props: RecordCardProps) {
  const { t } = useI18n();
  const { model } = props;
  const view = model.data.view.value;
  const status = view.state === "ready" ? view.value : null;
  return (
    <Card
      title={t("record.title")}
      {...(!status && { lead: t("record.lead") })}
      {...(status && { aside: <State status={status} /> })}
    >
      {view.state === "loading" && <Skeleton lines={2} />}
      {view.state === "failed" && (
        <MessageProblem error={view.error} onRetry={() => void model.data.load()} />
      )}
      <Problem {...props} />
      {view.state === "ready" && !status && <Begin model={model} />}
      {status && <Running model={model} status={status} />}
    </Card>
  );
}

const TONES: Record<RecordingStatus["state"], Tone> = {
  recording: "danger",
  paused: "neutral",
  interrupted: "warning",
};

function State({ status }: { status: RecordingStatus }) {
  const { t } = useI18n();
  return <Badge tone={TONES[status.state]}>{t(`record.state.${status.state}`)}</Badge>;
}

function Begin({ model }: { model: RecordModel }) {
  const { t } = useI18n();
  return (
    <>
      <p class="muted">{t("record.private")}</p>
      <RecordInto model={model} />
      <label class="record-pictures">
        <input
          type="checkbox"
          checked={model.pictured.value}
          onChange={(event) => model.wantPictures(event.currentTarget.checked)}
        />
        <span>
          {t("record.pictures")}
          <span class="muted">{t("record.picturesHint")}</span>
        </span>
      </label>
      <div class="actions">
        <Button
          kind="primary"
          icon="record"
          busy={model.busy.value === "begin"}
          onClick={() => void model.record()}
        >
          {t("record.start")}
        </Button>
      </div>
    </>
  );
}

function Running({ model, status }: { model: RecordModel; status: RecordingStatus }) {
  const { t, wanted } = useI18n();
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
          {t("record.finish")}
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

function Problem({ model, onOpenOptions }: RecordCardProps) {
  const { t } = useI18n();
  const problem = model.problem.value;
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
          <Button onClick={onOpenOptions}>{t("panel.noSite.action")}</Button>
        </div>
      )}
    </Notice>
  );
}
