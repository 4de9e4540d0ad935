import type { SurveyVerbatims } from "../../lib/model/survey-report.ts";
import type { Sql } from "../db/database.ts";
import { badRequest } from "../http/errors.ts";
import { namesOfUsers } from "../users/read.ts";
import { merged } from "./merged.ts";
import { FROM_LEAVERS } from "./surveys.ts";

/** N21: `$2`: the survey, `$3`: only of those who left, `$4` and `$5`: the place after which to go on, `$6`: how many. */
const VERBATIMS = `
  WITH answers AS MATERIALIZED (SELECT * FROM ${merged("survey_answers")} s WHERE guide = $2),
  page AS MATERIALIZED (
    SELECT * FROM answers a WHERE a.words IS NOT NULL AND (NOT $3::boolean OR ${FROM_LEAVERS})
      AND ($4::timestamptz IS NULL OR (a.at, a.message_id COLLATE "C") < ($4::timestamptz, $5 COLLATE "C"))
    ORDER BY a.at DESC, a.message_id COLLATE "C" DESC LIMIT $6::int),
  rated AS (
    SELECT DISTINCT ON (p.message_id) p.message_id, b.type, b.score FROM page p JOIN answers b
      ON b.who = p.who AND b.unknown = p.unknown AND b.score IS NOT NULL
        AND b.at BETWEEN p.at - interval '1 day' AND p.at + interval '1 day'
    ORDER BY p.message_id, b.at DESC, b.message_id DESC)
  SELECT p.message_id AS id, p.at, p.who AS person, p.unknown AS anonymous, p.account_id AS account, r.name, p.step, p.words,
    rated.type, rated.score
  FROM page p
  LEFT JOIN account_records r ON r.workspace_id = $1::uuid AND r.account_id = p.account_id
  LEFT JOIN rated ON rated.message_id = p.message_id
  ORDER BY p.at DESC, p.message_id COLLATE "C" DESC`;

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
  const known = shown.flatMap(({ person, anonymous }) => (anonymous ? [] : [person]));
  const names = await namesOfUsers(sql, workspace, known);
  return {
    items: shown.map(({ account, name, type, score, ...row }) => ({
      ...row,
      personName: row.anonymous ? null : (names.get(row.person) ?? null),
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
