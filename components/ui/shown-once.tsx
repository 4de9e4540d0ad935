import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { useI18n } from "./i18n.tsx";
import { Notice } from "./notice.tsx";

/** A secret while it can be seen; the children show it, and say what it is for. */
export function ShownOnce(props: {
  title: string;
  secret: string;
  children: ComponentChildren;
  onDone: () => void;
}) {
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
    <Notice tone="neutral" title={props.title} live>
      <p>{t("secret.once")}</p>
      {props.children}
      <div class="actions">
        <Button kind="primary" onClick={() => void copy()}>
          {t("secret.copy")}
        </Button>
        <Button onClick={props.onDone}>{t("secret.done")}</Button>
        <span role="status" class="muted">
          {copied && t(copied === "yes" ? "secret.copied" : "secret.notCopied")}
        </span>
      </div>
    </Notice>
  );
}
