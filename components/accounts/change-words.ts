import type { Translator } from "../../lib/i18n/translator.ts";
import type { AccountChange } from "../../lib/model/account-change.ts";
import { ACCOUNT_VALUES, type AccountField } from "../../lib/model/account-value.ts";
import { isCalendarDay } from "../../lib/model/calendar-day.ts";
import type { JourneyStage } from "../../lib/model/journey.ts";
import { localize } from "../../lib/model/locale.ts";
import { amountText } from "../ui/amount-text.ts";

/** What a field is called; attributes of the workspace's own keep their name. */
export function fieldName({ t }: Translator, field: string): string {
  if (field === "stageSince") return t("field.stageSince");
  return field in ACCOUNT_VALUES
    ? t(`account.field.${field as AccountField}`)
    : field.replace(/^custom\./, "");
}

/** A value as people write it. */
export function valueText(
  i18n: Translator,
  field: string,
  value: unknown,
  stages: readonly JourneyStage[],
): string {
  const { t, number, dayOfYear, wanted } = i18n;
  if (value === null || value === undefined) return t("account.unknown");
  if (field === "stage") {
    const stage = stages.find(({ id }) => id === value);
    return stage ? localize(stage.name, wanted) : String(value);
  }
  if (field === "touchModel") return t(`accounts.touchModel.${value as "high"}`);
  if (field === "churnKind") return t(`account.churnKind.${value as "voluntary"}`);
  if (typeof value === "boolean") return t(value ? "say.yes" : "say.no");
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return isCalendarDay(value) ? dayOfYear(value) : value;
  if (Array.isArray(value)) return value.map(listed).join(", ");
  if (typeof value === "object" && "minor" in value && "currency" in value) {
    const { minor, currency } = value as { minor: number; currency: string };
    return amountText(i18n, minor, currency);
  }
  return String(value);
}

function listed(one: unknown): string {
  if (typeof one !== "object" || one === null) return String(one);
  const { name, text } = one as { name?: string; text?: string };
  return name ?? text ?? "";
}

/** What was done with a task, a sign or a risk case. */
export function changeText(i18n: Translator, { what, before, after }: AccountChange): string {
  const { t } = i18n;
  const told = (after ?? before ?? {}) as Record<string, unknown>;
  switch (what) {
    case "task": {
      const title = String(told.title ?? "");
      if (!before) return t("account.did.taskMade", { title });
      const state = told.state as "open" | "doing" | "done" | "dropped";
      return (before as Record<string, unknown>).state === state
        ? t("account.did.taskChanged", { title })
        : `${title}: ${t(`task.state.${state}`)}`;
    }
    case "churn-signal": {
      const kind = String(told.kind ?? "") as "bake-off";
      const name =
        kind === ("custom" as string) ? String(told.name ?? "") : t(`churn.kind.${kind}`);
      return told.endedAt ? t("account.did.signEnded", { name }) : t("account.did.sign", { name });
    }
    case "risk-case":
      return before ? t("account.did.caseChanged") : t("account.did.caseOpened");
    default:
      return t("account.did.other");
  }
}
