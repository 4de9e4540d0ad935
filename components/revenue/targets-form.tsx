import { useSignal } from "@preact/signals";
import type { RevenueTargets } from "../../lib/model/revenue.ts";
import { useQueryMessage } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import type { RevenueModel } from "./model.ts";
import { readPercent, writePercent } from "./percent.ts";

const MOST = { grr: 1, nrr: 3 } as const;

/** What share of revenue shall be kept. Only administrators may say so. */
export function TargetsForm(props: {
  targets: RevenueTargets;
  model: RevenueModel;
  server: string;
}) {
  const { t } = useI18n();
  const { targets, model } = props;
  const say = useQueryMessage(props.server);
  const grr = useSignal(writePercent(targets.grr));
  const nrr = useSignal(writePercent(targets.nrr));
  const tried = useSignal(false);
  const read = { grr: readPercent(grr.value, MOST.grr), nrr: readPercent(nrr.value, MOST.nrr) };
  const wrong = (which: "grr" | "nrr") =>
    tried.value && read[which] === null
      ? t("revenue.targetWrong", { most: String(MOST[which] * 100) })
      : undefined;
  function save() {
    tried.value = true;
    if (read.grr === null || read.nrr === null) return;
    void model.setTargets({ grr: read.grr, nrr: read.nrr });
  }
  return (
    <details class="how">
      <summary>{t("revenue.targets")}</summary>
      <Form onSubmit={save}>
        <div class="stack">
          <div class="choices">
            <Field
              label={t("revenue.targetGrrPercent")}
              value={grr.value}
              error={wrong("grr")}
              onInput={(text) => (grr.value = text)}
            />
            <Field
              label={t("revenue.targetNrrPercent")}
              value={nrr.value}
              error={wrong("nrr")}
              onInput={(text) => (nrr.value = text)}
            />
          </div>
          {model.problem.value && <Notice tone="warning" title={say(model.problem.value)} />}
          <div class="actions">
            <Button submit busy={model.saving.value}>
              {t("revenue.targetsSave")}
            </Button>
          </div>
        </div>
      </Form>
    </details>
  );
}
