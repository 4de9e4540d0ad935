import type { ComponentChildren } from "preact";
import { useI18n } from "./i18n.tsx";

/** By what formula figures came about, and of whom they were taken; opened by who wants to know. */
export function How(props: { children: ComponentChildren }) {
  const { t } = useI18n();
  return (
    <details class="how">
      <summary>{t("common.how")}</summary>
      <div class="stack small">{props.children}</div>
    </details>
  );
}
