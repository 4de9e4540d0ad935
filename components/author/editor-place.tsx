import { UNCHOSEN } from "../../lib/draft/convert.ts";
import { changeStep } from "../../lib/draft/steps.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { type Advance, type Guide, OnMissing, type Step } from "../../lib/model/guide.ts";
import { type Placement, Placement as PlacementSchema } from "../../lib/model/placement.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { ConditionField } from "./condition-field.tsx";
import type { EditorState } from "./editor-state.ts";
import { placementWords } from "./editor-words.ts";

const PLACEMENTS = (PlacementSchema as unknown as { options: Placement[] }).options;
const UNSET: Condition = { type: "signal", signal: UNCHOSEN };

/** What leads on from a step, where its card stands, and what is done without its element. */
export function StepPlace({ state, step }: { state: EditorState; step: Step }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { kind } = state.guide.value;
  const change = (patch: Parameters<typeof changeStep>[2], place?: string) =>
    state.edit((guide) => changeStep(guide, step.id, patch), place);
  const { advance } = step;
  return (
    <div class="form">
      {!step.question && (
        <Select
          label={t("editor.advance.title")}
          value={advance.on}
          options={waysOn(kind, step).map((value) => ({
            value,
            label: t(`editor.advance.${value}`),
          }))}
          onChange={(on) => change({ advance: advanceOf(on) })}
        />
      )}
      {advance.on === "until" && (
        <ConditionField
          key={step.id}
          label={t("editor.advance.condition")}
          hint={t("editor.advance.conditionHint")}
          value={advance.condition}
          required
          result={kind !== "checklist"}
          onChange={(condition) =>
            condition && change({ advance: { on: "until", condition } }, `until ${step.id}`)
          }
        />
      )}
      {kind !== "checklist" && (
        <Select
          label={t("editor.place.placement")}
          value={step.placement ?? ""}
          options={[
            { value: "", label: t("editor.place.default") },
            ...PLACEMENTS.map((value) => ({ value, label: placementWords(i18n, value) })),
          ]}
          onChange={(value) => change({ placement: value === "" ? undefined : value })}
        />
      )}
      {step.anchor && (
        <Select
          label={t("editor.missing.label")}
          value={step.onMissing ?? ""}
          options={[
            { value: "", label: t("editor.missing.default") },
            ...OnMissing.options.map((value) => ({ value, label: t(`editor.missing.${value}`) })),
          ]}
          onChange={(value) => change({ onMissing: value === "" ? undefined : value })}
        />
      )}
    </div>
  );
}

/** What leads on in a guide of that kind, where no answer does; what the step has now stays choosable. */
function waysOn(kind: Guide["kind"], { anchor, advance }: Step): Advance["on"][] {
  const all: Advance["on"][] = ["next", "click", "input", "until"];
  return all.filter((on) => {
    if (on === advance.on) return true;
    if (kind === "checklist") return on === "until";
    if (kind === "confirmation") return on === "next";
    return on === "next" || on === "until" || anchor !== undefined;
  });
}

function advanceOf(on: Advance["on"]): Advance {
  return on === "until" ? { on, condition: UNSET } : { on };
}
