import type { ImportPreview } from "../../../lib/model/account-import.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Notice } from "../../ui/notice.tsx";
import { CountStats } from "./count-stats.tsx";
import type { ImportModel } from "./import-model.ts";
import { RowsTable } from "./rows-table.tsx";

/** Rows in sight before the import; the report has all. */
const SHOWN = 50;

/** What the import would do, and the button that does it. */
export function WouldCard({ model, preview }: { model: ImportModel; preview: ImportPreview }) {
  const { t } = useI18n();
  const { made, changed, unchanged, refused, held, rows } = preview;
  const count = made + changed + unchanged;
  const shown = rows.slice(0, SHOWN);
  const busy = model.busy.value;
  const view = model.preview.view.value;
  const isChanging = view.state === "ready" && view.refreshing;
  return (
    <Card title={t("customers.would")} lead={t("customers.wouldLead")}>
      <CountStats of={preview} />
      {(refused > 0 || held > 0) && (
        <Notice tone="warning">
          {refused > 0 && <p>{t("customers.refusedNote", { count: refused })}</p>}
          {held > 0 && <p>{t("customers.held", { count: held })}</p>}
        </Notice>
      )}
      <div class="actions">
        <Button
          kind="primary"
          busy={busy || isChanging}
          disabled={count === 0 || preview.dates === "?"}
          onClick={() => void model.take()}
        >
          {count === 0 ? t("customers.nothing") : t("customers.take", { count })}
        </Button>
        <Button kind="quiet" onClick={model.close}>
          {t("common.cancel")}
        </Button>
        <span role="status" class="muted">
          {busy ? t("customers.taking") : ""}
        </span>
      </div>
      <RowsTable rows={shown} />
      {made + changed + unchanged + refused > shown.length && (
        <p class="muted small">{t("customers.shown", { count: shown.length })}</p>
      )}
    </Card>
  );
}
