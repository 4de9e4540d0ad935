import { useState } from "preact/hooks";
import type { CaseOutcome, RiskCaseDetail, RiskCasePatch } from "../../../lib/model/risk-case.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import type { AccountHealthModel } from "./account-health-model.ts";

interface Draft {
  level: "medium" | "high";
  type: "" | "business" | "product" | "client";
  cause: string;
  plan: string;
  people: string;
  done: "no" | "yes";
  outcome: "" | CaseOutcome;
  /** Since when they are no customer. */
  churnedOn: string;
  note: string;
}

const TYPES = ["", "business", "product", "client"] as const;
const OUTCOMES = ["", "averted", "churned", "false-alarm"] as const;

function draftOf(detail: RiskCaseDetail): Draft {
  return {
    level: detail.level,
    type: detail.type ?? "",
    cause: detail.cause ?? "",
    plan: detail.plan ?? "",
    people: detail.people.join(", "),
    done: detail.doneAt === null ? "no" : "yes",
    outcome: detail.outcome ?? "",
    churnedOn: new Date().toISOString().slice(0, 10),
    note: detail.churnNote ?? "",
  };
}

function patchOf(draft: Draft): RiskCasePatch {
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  return {
    level: draft.level,
    type: draft.type === "" ? null : draft.type,
    cause: orNull(draft.cause),
    plan: orNull(draft.plan),
    people: draft.people
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    done: draft.done === "yes",
    churnNote: orNull(draft.note),
    ...(draft.outcome !== "" && { outcome: draft.outcome }),
    ...(draft.outcome === "churned" && { churnedOn: draft.churnedOn.trim() }),
  };
}

/** Each step opens when the one before is done, so that nobody is asked for what cannot be known yet. */
export function CaseForm({ detail, model }: { detail: RiskCaseDetail; model: AccountHealthModel }) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(() => draftOf(detail));
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const lacking = new Set(model.problem.value?.problems?.map(({ path }) => path));
  const lack = (path: string) =>
    lacking.has(path) ? t(`case.lack.${path as "cause"}`) : undefined;
  const isNamed = draft.type !== "" && draft.cause.trim() !== "";
  const isPlanned = isNamed && draft.plan.trim() !== "" && draft.people.trim() !== "";
  const isClosing = draft.outcome !== "";
  return (
    <Form label={t("case.title")} onSubmit={() => void model.change(patchOf(draft))}>
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
