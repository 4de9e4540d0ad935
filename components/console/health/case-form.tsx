import { useState } from "preact/hooks";
import type { RiskCaseDetail } from "../../../lib/model/risk-case.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import type { AccountHealthModel } from "./account-health-model.ts";
import { type CaseDraft, draftOf, patchOf } from "./case-draft.ts";

const TYPES = ["", "business", "product", "client"] as const;
const OUTCOMES = ["", "averted", "churned", "false-alarm"] as const;

/** Each step opens when the one before is done, so that nobody is asked for what cannot be known yet. */
export function CaseForm({ detail, model }: { detail: RiskCaseDetail; model: AccountHealthModel }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState<Partial<CaseDraft>>({});
  const draft = draftOf(detail, typed);
  const put = (part: Partial<CaseDraft>) => setTyped({ ...typed, ...part });
  const save = async () => {
    if (await model.change(patchOf(draft))) setTyped({});
  };
  const lacking = new Set(model.problem.value?.problems?.map(({ path }) => path));
  const lack = (path: string) =>
    lacking.has(path) ? t(`case.lack.${path as "cause"}`) : undefined;
  const isNamed = draft.type !== "" && draft.cause.trim() !== "";
  const isPlanned = isNamed && draft.plan.trim() !== "" && draft.people.trim() !== "";
  const isClosing = draft.outcome !== "";
  return (
    <Form label={t("case.title")} onSubmit={() => void save()}>
      <Segmented
        label={t("case.level")}
        value={draft.level}
        options={(["medium", "high"] as const).map((value) => ({
          value,
          label: t(`health.risk.${value}`),
        }))}
        onChange={(level) => put({ level })}
      />
      <Select
        label={t("case.type")}
        value={draft.type}
        options={TYPES.map((value) => ({
          value,
          label: value === "" ? t("case.type.unknown") : t(`case.type.${value}`),
        }))}
        onChange={(type) => put({ type })}
      />
      {lack("type") && <p class="field-error">{lack("type")}</p>}
      <TextArea
        label={t("case.cause")}
        hint={t("case.causeHint")}
        value={draft.cause}
        onInput={(cause) => put({ cause })}
        error={lack("cause")}
        rows={2}
      />
      {(isNamed || draft.plan !== "") && (
        <>
          <TextArea
            label={t("case.plan")}
            value={draft.plan}
            onInput={(plan) => put({ plan })}
            error={lack("plan")}
          />
          <Field
            label={t("case.people")}
            hint={t("case.peopleHint")}
            value={draft.people}
            onInput={(people) => put({ people })}
            error={lack("people")}
          />
        </>
      )}
      {(isPlanned || draft.done === "yes") && (
        <Segmented
          label={t("case.done")}
          value={draft.done}
          options={(["no", "yes"] as const).map((value) => ({
            value,
            label: t(`case.done.${value}`),
          }))}
          onChange={(done) => put({ done })}
        />
      )}
      <Select
        label={t("case.outcome")}
        value={draft.outcome}
        options={OUTCOMES.map((value) => ({
          value,
          label: value === "" ? t("case.outcome.open") : t(`case.outcome.${value}`),
        }))}
        onChange={(outcome) => put({ outcome })}
      />
      {draft.outcome === "churned" && (
        <Field
          label={t("case.churnedOn")}
          hint={t("case.churnedOnHint")}
          placeholder="2026-11-30"
          value={draft.churnedOn}
          onInput={(churnedOn) => put({ churnedOn })}
          error={lacking.has("churnedOn") ? t("case.dayError") : undefined}
        />
      )}
      {(isClosing || draft.note !== "") && (
        <TextArea
          label={t("case.note")}
          hint={t("case.noteHint")}
          value={draft.note}
          onInput={(note) => put({ note })}
          error={lack("churnNote")}
        />
      )}
      <div class="actions">
        <Button kind="primary" submit busy={model.busy.value}>
          {isClosing ? t("case.close") : t("case.save")}
        </Button>
      </div>
    </Form>
  );
}
