import type { QueryError } from "./request.ts";

export type ReviewRefusal = "own" | "unapproved" | "notAsked" | "version";

/** Why a draft may not go where somebody wanted it to; null where the refusal is about something else. */
export function reviewRefusal({ code, problems }: QueryError): ReviewRefusal | null {
  const [problem] = problems ?? [];
  if (problem?.path === "version") return "version";
  if (problem?.path !== "review") return null;
  if (code === "forbidden") return "own";
  return problem.allowed === '"approved"' ? "unapproved" : "notAsked";
}
