import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import type { NewKey } from "./settings-client.ts";

/** A key while its secret can be seen, and how a browser is connected with it. */
export function MadeKey(props: { made: NewKey; server: string; onDone: () => void }) {
  const { t } = useI18n();
  const { made, server } = props;
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.secret);
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  };
  return (
    <Notice tone="neutral" title={t("settings.keys.made", { key: made.name })} live>
      <p>{t("settings.keys.once")}</p>
      <Facts
        of={[
          [t("options.workspace.server"), <code key="server">{server}</code>],
          [
            t("options.workspace.key"),
            <code key="key" class="secret">
              {made.secret}
            </code>,
          ],
          [t("options.workspace.environment"), t(`environment.${made.environment}`)],
        ]}
      />
      <p>{t("settings.keys.howTo")}</p>
      {made.environment === "staging" && <p class="muted">{t("settings.keys.apart")}</p>}
      <div class="actions">
        <Button kind="primary" onClick={() => void copy()}>
          {t("settings.keys.copy")}
        </Button>
        <Button onClick={props.onDone}>{t("settings.keys.done")}</Button>
        <span role="status" class="muted">
          {copied && t(copied === "yes" ? "settings.keys.copied" : "settings.keys.notCopied")}
        </span>
      </div>
    </Notice>
  );
}
