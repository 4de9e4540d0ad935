import type { Translator } from "../../lib/i18n/translator.ts";
import type { DocumentAct } from "../../lib/model/document-history.ts";
import type { QueryError } from "../console/request.ts";

/** What was done, without who did it. */
export function actWords({ t }: Translator, act: DocumentAct): string {
  const { environment, version } = act;
  switch (act.act) {
    case "saved":
      return act.times === 1
        ? t("publication.act.saved")
        : t("publication.act.savedTimes", { count: act.times });
    case "published":
    case "rolled_back":
      return t(`publication.act.${act.act}.${environment ?? "production"}`, {
        version: version ?? "",
      });
    default:
      return t(`publication.act.${act.act}`);
  }
}

export type ReviewRefusal = "own" | "unapproved" | "notAsked" | "version";

/** Why a draft may not go where somebody wanted it to; null where the refusal is about something else. */
export function reviewRefusal({ code, problems }: QueryError): ReviewRefusal | null {
  const [problem] = problems ?? [];
  if (problem?.path === "version") return "version";
  if (problem?.path !== "review") return null;
  if (code === "forbidden") return "own";
  return problem.allowed === '"approved"' ? "unapproved" : "notAsked";
}
