import type { EditProblem } from "../../lib/draft/edited.ts";
import type { Finding } from "../../lib/draft/lint.ts";
import type { Translator } from "../../lib/i18n/translator.ts";
import { localize } from "../../lib/model/locale.ts";
import type { Placement } from "../../lib/model/placement.ts";
import { fillTemplate } from "../../lib/model/template.ts";

type Words = Pick<Translator, "t" | "wanted">;

/** What a finding says. */
export function wordsOf({ t }: Words, { code, params = {} }: Finding): string {
  const text = (name: string) => String(params[name] ?? "");
  const amounts = { count: Number(params.count ?? 0), limit: Number(params.limit ?? 0) };
  switch (code) {
    case "rule":
      return t("lint.rule", { path: text("path"), allowed: text("allowed") });
    case "too-many-steps":
    case "title-long":
    case "body-long":
      return t(`lint.${code}`, amounts);
    case "title-broken":
      return t("lint.title-broken", { example: "{{user.first_name|there}}" });
    case "advance-result-page":
      return t("lint.advance-result-page", { page: text("page") });
    case "contrast":
      return t(params.scheme === "dark" ? "lint.contrast.dark" : "lint.contrast.light", {
        ratio: Number(params.ratio),
      });
    case "link-broken":
      return t("lint.link-broken", { href: text("href") });
    case "link-words":
      return t("lint.link-words", { words: text("words") });
    default:
      return t(`lint.${code}`);
  }
}

const MENDS = {
  "advance-pointless": "lint.mend.advance-pointless",
  "advance-result-page": "lint.mend.advance-result-page",
  "no-exit": "lint.mend.no-exit",
  "translation-outdated": "lint.mend.translation-outdated",
  contrast: "lint.mend.contrast",
  "schedule-order": "lint.mend.schedule-order",
} as const;

/** What mending it would do. */
export function mendOf({ t }: Words, { code }: Finding): string {
  return t(MENDS[code as keyof typeof MENDS] ?? "editor.check.mend");
}

/** Why an edit was refused. */
export function refusalOf({ t }: Words, problem: EditProblem): string {
  if (problem.code !== "rule") return t(`editor.refused.${problem.code}`);
  return t("editor.refused.rule", { path: problem.path, allowed: problem.allowed });
}

/** A step's title for lists: with the words that stand in for variables. */
export function titleOf(
  { t, wanted }: Words,
  title: Readonly<Record<string, string>>,
  language: string,
): string {
  const text = title[language] || (Object.keys(title).length > 0 ? localize(title, wanted) : "");
  return fillTemplate(text, ({ fallback }) => fallback) || t("editor.steps.untitled");
}

type Side = "top" | "right" | "bottom" | "left" | "start" | "end";

export function placementWords({ t }: Words, placement: Placement): string {
  const [side, edge] = placement.split("-") as [Side | "auto", ("start" | "end")?];
  const where = t(`editor.place.${side}`);
  return edge ? `${where}, ${t(`editor.place.edge.${edge}`)}` : where;
}
