import { useI18n } from "./i18n.tsx";

/** Keeps the place of lines that are being loaded. */
export function Skeleton({ lines = 3, tall = false }: { lines?: number; tall?: boolean }) {
  const { t } = useI18n();
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{t("common.loading")}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} class={tall ? "skeleton-block" : "skeleton-line"} />
      ))}
    </div>
  );
}
