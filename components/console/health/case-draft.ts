import type { CaseOutcome, RiskCaseDetail, RiskCasePatch } from "../../../lib/model/risk-case.ts";

/** A risk case as it stands in its form. */
export interface CaseDraft {
  level: "medium" | "high";
  type: "" | "business" | "product" | "client";
  cause: string;
  plan: string;
  people: string;
  done: "no" | "yes";
  outcome: "" | CaseOutcome;
  /** Since when they are no customer; empty: as it is known, else today. */
  churnedOn: string;
  note: string;
}

/** What the form shows: the case as it is now, and in it what was typed since it was saved. */
export function draftOf(detail: RiskCaseDetail, typed: Partial<CaseDraft> = {}): CaseDraft {
  return {
    level: detail.level,
    type: detail.type ?? "",
    cause: detail.cause ?? "",
    plan: detail.plan ?? "",
    people: detail.people.join(", "),
    done: detail.doneAt === null ? "no" : "yes",
    outcome: detail.outcome ?? "",
    churnedOn: "",
    note: detail.churnNote ?? "",
    ...typed,
  };
}

export function patchOf(draft: CaseDraft): RiskCasePatch {
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  const on = draft.churnedOn.trim();
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
    ...(draft.outcome === "churned" && on !== "" && { churnedOn: on }),
  };
}
