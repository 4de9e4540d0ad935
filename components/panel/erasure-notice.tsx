import type { ErasureStatus } from "../../lib/message/protocol.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Time } from "../ui/time.tsx";
import { Told } from "../ui/told.tsx";

/** What has become of the deletion on the server. */
export function ErasureNotice({ erasure: { waiting, done } }: { erasure: ErasureStatus }) {
  const { t } = useI18n();
  if (waiting) {
    return (
      <Notice tone="warning" title={t("mine.erasing")}>
        <p>{t("mine.erasingBody")}</p>
        {waiting.error !== null && (
          <p class="small">
            <Told words={waiting.error} />
          </p>
        )}
      </Notice>
    );
  }
  if (!done) return null;
  if (done.refused !== null) {
    return (
      <Notice tone="danger" title={t("mine.eraseRefused")}>
        <p class="small">
          <Told words={done.refused} />
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="neutral" title={t("mine.erased", { count: done.events })}>
      <p class="small muted">
        <Time at={done.at} />
      </p>
      {done.unconfirmed && <p>{t("mine.unconfirmed")}</p>}
    </Notice>
  );
}
