import type { AccountImports } from "../../../lib/model/account-import.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Table } from "../../ui/table.tsx";
import { Report, type ReportContext } from "../report-card.tsx";
import type { ImportModel } from "./import-model.ts";

/** Files that were taken before, with their reports. */
export function EarlierCard({ model, context }: { model: ImportModel; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Card title={t("customers.earlier")}>
      <Report resource={model.earlier} context={context}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("customers.earlierEmpty")} hint={t("customers.earlierHint")} />
          ) : (
            <EarlierTable model={model} items={items} />
          )
        }
      </Report>
    </Card>
  );
}

function EarlierTable({ model, items }: { model: ImportModel; items: AccountImports["items"] }) {
  const { t, number, dateTime } = useI18n();
  return (
    <Table
      caption={t("customers.earlier")}
      columns={[
        { label: t("customers.file") },
        { label: t("customers.when") },
        { label: t("customers.by") },
        { label: t("customers.outcome.made"), align: "end" },
        { label: t("customers.outcome.changed"), align: "end" },
        { label: t("customers.outcome.refused"), align: "end" },
        { label: t("customers.open"), align: "end" },
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          <span key="file" class="named">
            {item.name}
            <span class="small muted named-notes">
              {t(`customers.of.${item.of}`)}
              {item.undoneAt !== null && <Badge>{t("customers.undone")}</Badge>}
            </span>
          </span>,
          <span key="when" class="nowrap">
            {dateTime(item.at)}
          </span>,
          item.by,
          number(item.made),
          number(item.changed),
          number(item.refused),
          <Button
            key="open"
            label={t("customers.openLabel", { name: item.name })}
            onClick={() => void model.look(item.id)}
          >
            {t("customers.open")}
          </Button>,
        ],
      }))}
    />
  );
}
