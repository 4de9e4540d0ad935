import type { Status } from "../../lib/message/protocol.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Time } from "../ui/time.tsx";
import { Told } from "../ui/told.tsx";
import type { PanelModel } from "./model.ts";

export function OutboxCard({ model, outbox }: { model: PanelModel; outbox: Status["outbox"] }) {
  const { t, number } = useI18n();
  return (
    <Card
      title={t("panel.outbox.title")}
      lead={
        outbox.waiting === 0
          ? t("panel.outbox.nothing")
          : t("panel.outbox.waiting", { count: outbox.waiting })
      }
      aside={
        outbox.waiting > 0 && (
          <Button
            icon="send"
            busy={model.busy.value === "send"}
            onClick={() => void model.sendNow()}
          >
            {t("panel.outbox.send")}
          </Button>
        )
      }
    >
      {outbox.error !== null && (
        <Notice tone="warning" title={t("panel.outbox.error")}>
          <p>
            <Told words={outbox.error} />
          </p>
          {outbox.retryAt !== null && (
            <p class="small">
              {t("panel.outbox.retryAt")}: <Time at={outbox.retryAt} />
            </p>
          )}
        </Notice>
      )}
      <Facts
        of={[
          [t("panel.outbox.sent"), number(outbox.sent)],
          [
            t("panel.outbox.lastSent"),
            outbox.lastSentAt === null ? t("common.never") : <Time at={outbox.lastSentAt} />,
          ],
          ...(outbox.dead > 0 ? [[t("panel.outbox.dead"), number(outbox.dead)] as const] : []),
        ]}
      />
      {outbox.dead > 0 && <p class="muted small">{t("panel.outbox.deadHint")}</p>}
    </Card>
  );
}
