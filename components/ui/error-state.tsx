import { Button } from "./button.tsx";
import { useI18n } from "./i18n.tsx";
import { Notice } from "./notice.tsx";
import { Told } from "./told.tsx";

/** Something could not be shown: why, and a way to try again. */
export function ErrorState(props: { message: string; detail?: string; onRetry?: () => void }) {
  const { t } = useI18n();
  return (
    <Notice tone="danger" title={props.message} live>
      {props.detail && (
        <p class="muted">
          <Told words={props.detail} />
        </p>
      )}
      {props.onRetry && (
        <div class="actions">
          <Button icon="refresh" onClick={props.onRetry}>
            {t("common.retry")}
          </Button>
        </div>
      )}
    </Notice>
  );
}
