import { MessageProblem } from "../message-problem.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { RecordInto } from "./record-into.tsx";
import type { RecordModel } from "./record-model.ts";
import { RecordProblem, RecordRunning, RecordState } from "./record-running.tsx";

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
      {...(status && { aside: <RecordState status={status} /> })}
    >
      {view.state === "loading" && <Skeleton lines={2} />}
      {view.state === "failed" && (
        <MessageProblem error={view.error} onRetry={() => void model.data.load()} />
      )}
      <RecordProblem {...props} />
      {view.state === "ready" && !status && <Begin model={model} />}
      {status && <RecordRunning model={model} status={status} finish={t("record.finish")} />}
    </Card>
  );
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
