import type { SurveyVerbatims } from "../../lib/model/survey-report.ts";
import type { Sql } from "../db/database.ts";
import { badRequest } from "../http/errors.ts";
import { merged } from "./merged.ts";
import { FROM_LEAVERS } from "./surveys.ts";

/** N21: `$2`: the survey, `$3`: only of those who left, `$4` and `$5`: the place after which to go on, `$6`: how many. */
const VERBATIMS = `
  WITH answers AS (SELECT * FROM ${merged("survey_answers")} s WHERE guide = $2)
  SELECT a.message_id AS id, a.at, a.who AS person, a.unknown AS anonymous, a.account_id AS account, r.name, a.step, a.words,
    rated.type, rated.score
  FROM answers a
  LEFT JOIN account_records r ON r.workspace_id = $1::uuid AND r.account_id = a.account_id
  LEFT JOIN LATERAL (SELECT b.type, b.score FROM answers b
    WHERE b.who = a.who AND b.unknown = a.unknown AND b.score IS NOT NULL
      AND b.at BETWEEN a.at - interval '1 day' AND a.at + interval '1 day'
    ORDER BY b.at DESC, b.message_id DESC LIMIT 1) rated ON true
  WHERE a.words IS NOT NULL AND (NOT $3::boolean OR ${FROM_LEAVERS})
    AND ($4::timestamptz IS NULL OR (a.at, a.message_id COLLATE "C") < ($4::timestamptz, $5 COLLATE "C"))
  ORDER BY a.at DESC, a.message_id COLLATE "C" DESC LIMIT $6::int`;

interface Row {
  id: string;
  at: number;
  person: string;
  anonymous: boolean;
  account: string | null;
  name: string | null;
  step: string;
  words: string;
  type: "nps" | "csat" | "ces" | null;
  score: number | null;
}

/** What people wrote in a survey, newest first, each with the rating that the same person gave within a day of it. */
export async function surveyVerbatims(
  sql: Sql,
  workspace: string,
  guide: string,
  { left, limit, after }: { left: boolean; limit: number; after: string | undefined },
): Promise<SurveyVerbatims> {
  const place = after === undefined ? null : readPlace(after);
  const rows = await sql.query<Row>(VERBATIMS, [
    workspace,
    guide,
    left,
    place ? new Date(place[0]).toISOString() : null,
    place?.[1] ?? "",
    limit + 1,
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ account, name, type, score, ...row }) => ({
      ...row,
      account: account === null ? null : { id: account, name },
      rating: type === null || score === null ? null : { type, score },
    })),
    next: rows.length > limit && last ? JSON.stringify([last.at, last.id]) : null,
  };
}

function readPlace(after: string): [at: number, id: string] {
  try {
    const [at, id] = JSON.parse(after);
    if (Number.isSafeInteger(at) && typeof id === "string") return [at, id];
  } catch {
    // Told below, with everything else that is no place.
  }
  throw badRequest([{ path: "after", found: "another text", allowed: "`next` of an answer" }]);
}
