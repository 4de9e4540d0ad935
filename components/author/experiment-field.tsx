import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { freeId } from "../../lib/draft/free-id.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { useChoices } from "./condition-names.ts";
import type { AddExperiment } from "./experiment-client.ts";
import { NamedField } from "./named-field.tsx";

/** Null: nobody is signed in. */
export const ExperimentContext = createContext<AddExperiment | null>(null);

interface ExperimentFieldProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Who is held out for comparison: an experiment that is published, or a new one. */
export function ExperimentField(props: ExperimentFieldProps) {
  const { t } = useI18n();
  const add = useContext(ExperimentContext);
  const [open, setOpen] = useState(false);
  return (
    <>
      <NamedField
        label={t("editor.settings.experiment")}
        hint={t("editor.settings.experimentHint")}
        kind="experiments"
        value={props.value}
        onChange={props.onChange}
      />
      {add && (
        <div class="field condition-field">
          <Disclosure title={t("experiment.new")} open={open} onToggle={() => setOpen(!open)}>
            <NewExperiment
              add={add}
              onAdded={(id) => {
                setOpen(false);
                props.onChange(id);
              }}
            />
          </Disclosure>
        </div>
      )}
    </>
  );
}

function NewExperiment(props: { add: AddExperiment; onAdded: (id: string) => void }) {
  const { t } = useI18n();
  const { experiments } = useChoices();
  const [name, setName] = useState("");
  const [share, setShare] = useState("10");
  const [unit, setUnit] = useState<"account" | "user">("account");
  const [state, setState] = useState<"idle" | "wrong" | "busy" | "failed">("idle");
  const percent = Number(share.trim());
  const isShare = Number.isInteger(percent) && percent >= 1 && percent <= 90;
  const isName = name.trim() !== "" && name.length <= 120;
  const wrong = state === "wrong";

  const publish = async () => {
    if (!isName || !isShare) return setState("wrong");
    const id = freeId(name, new Set(experiments.map((one) => one.id)), "experiment");
    setState("busy");
    const holdout = percent / 100;
    const error = await props.add({ id, name: name.trim(), seed: id, unit, coverage: 1, holdout });
    setState(error ? "failed" : "idle");
    if (!error) props.onAdded(id);
  };
  return (
    <div class="form">
      <Field
        label={t("experiment.name")}
        value={name}
        required
        error={wrong && !isName ? t("experiment.wrongName") : undefined}
        onInput={setName}
      />
      <Field
        label={t("experiment.holdout")}
        hint={t("experiment.holdoutHint")}
        value={share}
        error={wrong && !isShare ? t("experiment.wrongShare") : undefined}
        onInput={setShare}
      />
      <Segmented
        label={t("experiment.unit")}
        value={unit}
        options={(["account", "user"] as const).map((value) => ({
          value,
          label: t(`experiment.unit.${value}`),
        }))}
        onChange={setUnit}
      />
      <div class="actions">
        <Button kind="primary" busy={state === "busy"} onClick={() => void publish()}>
          {t("experiment.publish")}
        </Button>
      </div>
      <p class="field-error" role="alert">
        {state === "failed" && t("audience.failed")}
      </p>
    </div>
  );
}
