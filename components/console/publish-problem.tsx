import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { QueryProblem, type ReportContext } from "./report-card.tsx";
import type { QueryError } from "./request.ts";
import { reviewRefusal } from "./review-refusal.ts";

/** Why something was not published. Where somebody must approve it first, with the way to them. */
export function PublishProblem(props: {
  error: QueryError;
  context: ReportContext;
  onRetry: () => void;
  /** Undefined: there is nothing that a review can be asked for. */
  onAsk: (() => void) | undefined;
  busy: boolean;
}) {
  const { t } = useI18n();
  const refusal = reviewRefusal(props.error);
  if (!refusal) return <QueryProblem {...props} />;
  return (
    <Notice tone="warning" title={t(`publication.refused.${refusal}`)} live>
      {refusal === "unapproved" && props.onAsk && (
        <div class="actions">
          <Button kind="primary" busy={props.busy} onClick={props.onAsk}>
            {t("publication.ask")}
          </Button>
        </div>
      )}
    </Notice>
  );
}
