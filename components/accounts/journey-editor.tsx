import { useMemo, useState } from "preact/hooks";
import type { JourneyMap } from "../../lib/model/account-work.ts";
import type { JourneyStage } from "../../lib/model/journey.ts";
import { localize } from "../../lib/model/locale.ts";
import type { ReportContext } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { createActs } from "./act.ts";
import { ActProblem } from "./act-problem.tsx";
import { addStage, daysIn, moveStage } from "./journey-edit.ts";
import type { AccountsModel } from "./model.ts";

/** The stages themselves: their names, order and expected days. For administrators. */
export function JourneyEditor(props: {
  model: AccountsModel;
  map: JourneyMap;
  context: ReportContext;
}) {
  const { t, language, wanted } = useI18n();
  const { model, map } = props;
  const [open, setOpen] = useState(false);
  const [stages, setStages] = useState<readonly JourneyStage[]>(() =>
    map.stages.map(({ id, name, expectedDays }) => ({ id, name, expectedDays })),
  );
  const [added, setAdded] = useState("");
  const acts = useMemo(() => createActs(model.reload), [model]);
  const put = (at: number, change: Partial<JourneyStage>) =>
    setStages(stages.map((stage, index) => (index === at ? { ...stage, ...change } : stage)));
  const save = () => acts.act(() => model.client.writeJourney({ stages: [...stages] }));
  return (
    <Card title={t("journey.edit")} lead={t("journey.editLead")}>
      <Disclosure title={t("journey.editOpen")} open={open} onToggle={() => setOpen(!open)}>
        <Form label={t("journey.edit")} onSubmit={() => void save()}>
          <ol class="rows journey-stages">
            {stages.map((stage, at) => {
              const name = localize(stage.name, wanted);
              return (
                <li key={stage.id} class="row">
                  <div class="choices">
                    <div class="choice">
                      <Field
                        label={t("journey.name", { number: at + 1 })}
                        value={stage.name[language] ?? name}
                        onInput={(text) => put(at, { name: { ...stage.name, [language]: text } })}
                      />
                    </div>
                    <div class="choice">
                      <Field
                        label={t("journey.expected", { number: at + 1 })}
                        value={stage.expectedDays === null ? "" : String(stage.expectedDays)}
                        onInput={(text) => put(at, { expectedDays: daysIn(text) })}
                      />
                    </div>
                    <div class="actions">
                      <Button
                        kind="quiet"
                        icon="up"
                        iconOnly
                        disabled={at === 0}
                        onClick={() => setStages(moveStage(stages, at, -1))}
                      >
                        {t("journey.up", { name })}
                      </Button>
                      <Button
                        kind="quiet"
                        icon="down"
                        iconOnly
                        disabled={at === stages.length - 1}
                        onClick={() => setStages(moveStage(stages, at, 1))}
                      >
                        {t("journey.down", { name })}
                      </Button>
                      <Button
                        kind="quiet"
                        icon="trash"
                        iconOnly
                        disabled={stages.length === 1}
                        onClick={() => setStages(stages.filter((_, index) => index !== at))}
                      >
                        {t("journey.remove", { name })}
                      </Button>
                    </div>
                  </div>
                </li>
              );
            })}
          </ol>
          <div class="choices">
            <div class="choice">
              <Field label={t("journey.add")} value={added} onInput={setAdded} />
            </div>
            <Button
              icon="plus"
              disabled={added.trim() === ""}
              onClick={() => {
                setStages(addStage(stages, added.trim(), language));
                setAdded("");
              }}
            >
              {t("journey.addDo")}
            </Button>
          </div>
          <ActProblem acts={acts} context={props.context} />
          <div class="actions">
            <Button kind="primary" submit busy={acts.busy.value}>
              {t("journey.save")}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </Card>
  );
}
