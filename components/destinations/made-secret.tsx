import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";

/** What signs, while it can be seen, and how the receiver uses it. */
export function MadeSecret(props: { id: string; secret: string; onDone: () => void }) {
  const { t } = useI18n();
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.secret);
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  };
  return (
    <Notice tone="neutral" title={t("destinations.made", { name: props.id })} live>
      <p>{t("settings.keys.once")}</p>
      <p>
        <code class="secret">{props.secret}</code>
      </p>
      <p class="muted">{t("destinations.howTo")}</p>
      <div class="actions">
        <Button kind="primary" onClick={() => void copy()}>
          {t("destinations.copy")}
        </Button>
        <Button onClick={props.onDone}>{t("destinations.done")}</Button>
        <span role="status" class="muted">
          {copied && t(copied === "yes" ? "settings.keys.copied" : "destinations.notCopied")}
        </span>
      </div>
    </Notice>
  );
}
