import { Button } from "./button.tsx";
import { useI18n } from "./i18n.tsx";

/**
 * The result of what the person has just done, read out. It stays until closed or replaced: nobody is hurried.
 * Always in the page, because a live region that appears with its text is not read.
 */
export function Toast(props: { text: string | null; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <div class="toast-place" role="status">
      {props.text && (
        <div class="toast">
          <span>{props.text}</span>
          <Button kind="quiet" icon="close" iconOnly onClick={props.onClose}>
            {t("common.close")}
          </Button>
        </div>
      )}
    </div>
  );
}
