import type { ReportContext } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { ActProblem } from "./act-problem.tsx";
import type { Handing } from "./handing.ts";

/** What became of the last hand-over, and the way back. */
export function HandedOver({ handing, context }: { handing: Handing; context: ReportContext }) {
  const { t } = useI18n();
  const handed = handing.handed.value;
  return (
    <>
      <div role="status" class="actions">
        {handed?.state === "done" && (
          <>
            <span>
              {t("accounts.handOver.done", { count: handed.accounts, tasks: handed.tasks })}
            </span>
            <Button icon="undo" busy={handing.busy.value} onClick={() => void handing.undo()}>
              {t("accounts.handOver.undo")}
            </Button>
          </>
        )}
        {handed?.state === "undone" && (
          <span>
            {t("accounts.handOver.undone", { count: handed.accounts })}{" "}
            {handed.kept > 0 && t("accounts.handOver.kept", { count: handed.kept })}
          </span>
        )}
      </div>
      <ActProblem acts={handing} context={context} />
    </>
  );
}
