import type { Translator } from "../../../lib/i18n/translator.ts";
import type { ChurnSignal } from "../../../lib/model/churn.ts";
import type {
  AccountStanding,
  HealthMeasureResult,
  HealthReason,
} from "../../../lib/model/health-report.ts";
import { localize } from "../../../lib/model/locale.ts";
import type { Localized } from "../../../lib/model/primitives.ts";
import type { Risk, RiskCause } from "../../../lib/model/risk.ts";
import type { Tone } from "../../ui/badge.tsx";

/** What is not known is neutral, never a warning. */
export function riskTone(risk: Risk | null): Tone {
  return risk === null
    ? "neutral"
    : ({ low: "success", medium: "warning", high: "danger" } as const)[risk];
}

export function riskWord({ t }: Translator, risk: Risk | null): string {
  return t(`health.risk.${risk ?? "unknown"}`);
}

export function nameOf({ wanted }: Translator, name: Localized): string {
  return localize(name, wanted);
}

export function scoreText({ number }: Translator, score: number | null): string {
  return score === null ? "—" : number(Math.round(score));
}

export function causeText({ t }: Translator, cause: RiskCause): string {
  if (cause.type !== "signal") return t(`health.cause.${cause.type}`);
  const kind = cause.kind as ChurnSignal["kind"];
  return kind === "custom" && cause.name ? cause.name : t(`churn.kind.${kind}`);
}

export function signName({ t }: Translator, { kind, name }: ChurnSignal): string {
  return kind === "custom" && name ? name : t(`churn.kind.${kind}`);
}

/** The figures of a sign, such as "4 uses instead of 20 in a usual week". */
export function signDetail(i18n: Translator, { kind, detail, note }: ChurnSignal): string {
  const { t, number } = i18n;
  const said = (name: string) => {
    const value = detail[name];
    return typeof value === "number" ? number(Math.round(value * 10) / 10) : (value ?? "");
  };
  if (note !== "") return note;
  switch (kind) {
    case "usage-drop":
      return t("churn.detail.drop", { current: said("current"), baseline: said("baseline") });
    case "onboarding-overdue":
    case "integration-overdue":
      return t("churn.detail.overdue", { days: said("days"), expected: said("expected") });
    case "missed-meetings":
      return t("churn.detail.missed", { missed: said("missed"), days: said("days") });
    case "more-bugs":
      return t("churn.detail.bugs", { current: said("current"), usual: said("usual") });
    case "champion-left":
      return String(detail.champion ?? "");
    case "long-silence":
      return t("churn.detail.silence", { days: said("days"), allowed: said("allowed") });
    default:
      return detail.attribute === undefined
        ? ""
        : t("churn.detail.attribute", {
            attribute: String(detail.attribute),
            value: said("value"),
            limit: said("limit"),
          });
  }
}

export function measureName(
  { t }: Translator,
  { kind, subject }: Pick<HealthMeasureResult, "kind" | "subject">,
): string {
  const name = t(`health.measure.${kind}`);
  return subject === "" ? name : `${name}: ${subject}`;
}

export function measureFigure(
  { t, number }: Translator,
  { kind, measured }: HealthMeasureResult,
): string {
  if (measured.state !== "known") return t(`health.state.${measured.state}`);
  const rounded = (value: number) => number(Math.round(value * 10) / 10);
  const [value, of] = [rounded(measured.value), rounded(measured.of ?? 0)];
  return t(`health.figure.${kind}`, { value, of });
}

/** The worst in one line: what makes the risk, else what costs most. */
export function whyText(
  i18n: Translator,
  { causes, reasons }: Pick<AccountStanding, "causes" | "reasons">,
): string {
  const signs = causes.filter(({ type }) => type !== "score").map((one) => causeText(i18n, one));
  const lost = reasons.map((one: HealthReason) => measureName(i18n, one));
  return [...new Set([...signs, ...lost])].slice(0, 3).join(" · ");
}
