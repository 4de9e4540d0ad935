import { useSignal } from "@preact/signals";
import { ConsentFacts } from "../consent/consent-facts.tsx";
import { MessageProblem } from "../message-problem.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { ErasureNotice } from "./erasure-notice.tsx";
import { Journal } from "./journal.tsx";
import type { PanelData, PanelModel } from "./model.ts";
import type { OwnDataModel } from "./own-data-model.ts";

export function DataCard(props: { model: PanelModel; own: OwnDataModel; data: PanelData }) {
  const { model, own, data } = props;
  const { t, number } = useI18n();
  const asking = useSignal(false);
  const { status, insights } = data;
  const reached = insights.signals.filter(({ value }) => value === true).length;
  return (
    <Card title={t("panel.data.title")} lead={t("panel.data.lead")}>
      <Facts
        of={[
          [t("panel.data.user"), status.identity?.user ?? t("panel.data.anonymous")],
          ...(status.identity?.account
            ? [[t("panel.data.account"), status.identity.account] as const]
            : []),
          [t("panel.data.events"), number(status.events)],
          [t("panel.data.signals"), number(reached)],
          [t("panel.data.sites"), number(status.sites.length)],
          [t("panel.data.device"), <code key="device">{status.device.slice(0, 8)}</code>],
        ]}
      />
      <ErasureNotice erasure={status.erasure} />
      <Journal model={own} />
      {status.problems.length > 0 && (
        <details class="problems">
          <summary>{t("panel.data.problems", { count: status.problems.length })}</summary>
          <ul>
            {status.problems.map((selector) => (
              <li key={selector}>
                <code>{selector}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {status.connection && (
        <ConsentFacts
          consent={status.consent}
          busy={model.busy.value === "consent"}
          onAnswer={(answer) => void model.answer(answer)}
        />
      )}
      {own.problem.value && <MessageProblem error={own.problem.value} />}
      <div class="actions">
        <Button
          icon="download"
          busy={own.busy.value === "export"}
          onClick={() => void own.exportAll()}
        >
          {t("mine.export")}
        </Button>
        <Button icon="trash" onClick={() => (asking.value = true)}>
          {t("panel.data.delete")}
        </Button>
      </div>
      <ConfirmDialog
        open={asking.value}
        title={t("panel.data.deleteTitle")}
        confirm={t("panel.data.delete")}
        busy={model.busy.value === "delete"}
        onClose={() => (asking.value = false)}
        onConfirm={() => {
          asking.value = false;
          void model.deleteData();
        }}
      >
        {t("panel.data.deleteBody")}
      </ConfirmDialog>
    </Card>
  );
}
