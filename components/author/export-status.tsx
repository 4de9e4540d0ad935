import { useI18n } from "../ui/i18n.tsx";
import { Meter } from "../ui/meter.tsx";
import { Notice } from "../ui/notice.tsx";
import type { ExportState } from "./export-model.ts";

/** How far saving has come, and what became of it. Results are read out, progress can be asked for. */
export function ExportStatus({ state }: { state: ExportState }) {
  return (
    <>
      <Progress state={state} />
      <div role="status">
        <Result state={state} />
      </div>
    </>
  );
}

function Progress({ state }: { state: ExportState }) {
  const { t, percent } = useI18n();
  if (state.at !== "pictures" && state.at !== "making") return null;
  const [done, of] = state.at === "pictures" ? [state.done, state.of] : [state.share, 1];
  const text = () => {
    if (state.at === "pictures") return t("export.loading", { done, of });
    return state.share > 0
      ? t("export.makingShare", { share: percent(state.share) })
      : t("export.making");
  };
  return (
    <div class="export-progress">
      <p class="small">{text()}</p>
      <Meter label={t("export.progress")} text={text()} done={done} of={of} />
    </div>
  );
}

function Result({ state }: { state: ExportState }) {
  const { t } = useI18n();
  switch (state.at) {
    case "cancelled":
      return <p class="muted">{t("export.cancelled")}</p>;
    case "saved":
      return (
        <>
          <p class="export-saved">{t("export.saved", { name: state.name })}</p>
          {state.lost > 0 && <p class="muted">{t("export.lost", { count: state.lost })}</p>}
          {state.missing.length > 0 && (
            <p class="muted">
              {t("export.missing", { characters: state.missing.slice(0, MOST_NAMED).join(" ") })}
            </p>
          )}
        </>
      );
    case "failed":
      return (
        <Notice tone="danger" title={t(`export.failed.${state.problem}`)}>
          {state.detail && (
            <p class="muted" lang="en">
              {state.detail}
            </p>
          )}
        </Notice>
      );
    default:
      return null;
  }
}

const MOST_NAMED = 20;
