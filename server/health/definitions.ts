import { HealthDefinitions, type HealthSettings } from "../../lib/model/health.ts";
import { DEFAULT_HEALTH } from "../../lib/model/health-defaults.ts";
import { explain, type Problem, parse } from "../../lib/model/parse.ts";
import { RULES, sayRule } from "../../lib/model/rule.ts";
import { readJourney } from "../accounts/journey.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { ApiError, badRequest } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";

interface Row {
  revision: number;
  body: unknown;
  at: number;
  by: string | null;
}

/** What holds in a workspace now; what every workspace begins with has revision 0. */
export async function readDefinitions(sql: Sql, workspace: string): Promise<HealthSettings> {
  const [row] = await sql.query<Row>(
    `SELECT d.revision, d.body, d.at, c.name AS by FROM health_definitions d
       LEFT JOIN credentials c ON c.workspace_id = d.workspace_id AND c.id = d.done_by
     WHERE d.workspace_id = $1 ORDER BY d.revision DESC LIMIT 1`,
    [workspace],
  );
  if (!row) return { revision: 0, updatedAt: null, updatedBy: null, definitions: DEFAULT_HEALTH };
  const read = parse(HealthDefinitions, row.body);
  if (!read.ok) throw new Error(`health definitions cannot be read: ${explain(read.error)}`);
  const { revision, at, by } = row;
  return { revision, updatedAt: at, updatedBy: by, definitions: read.value };
}

/** `expected`: the revision that was read; undefined: whatever is there. */
export async function writeDefinitions(
  sql: Sql,
  workspace: string,
  definitions: HealthDefinitions,
  { at, by, expected }: { at: number; by: string; expected: number | undefined },
): Promise<HealthSettings> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 2)) IS NULL", [workspace]);
  const { revision } = await readDefinitions(sql, workspace);
  if (expected !== undefined && expected !== revision) {
    const message = "Somebody else changed these definitions meanwhile.";
    throw new ApiError(412, "precondition_failed", message);
  }
  const problems = await strangersIn(sql, workspace, definitions);
  if (problems.length > 0) throw badRequest(problems);
  await sql.query(
    `INSERT INTO health_definitions (workspace_id, revision, body, at, done_by)
     VALUES ($1, $2::int, $3::jsonb, $4::timestamptz, $5)`,
    [workspace, revision + 1, JSON.stringify(definitions), isoOf(at), by],
  );
  return readDefinitions(sql, workspace);
}

/** Names of features, signals and stages that lead nowhere: with them an account would be measured by what cannot be. */
async function strangersIn(
  sql: Sql,
  workspace: string,
  { profiles, churn }: HealthDefinitions,
): Promise<Problem[]> {
  const published = await readPublished(sql, workspace);
  const idsOf = (kind: "features" | "signals") =>
    new Set(published.flatMap((one) => (one.kind === kind ? [one.id] : [])));
  const [features, signals] = [idsOf("features"), idsOf("signals")];
  const stages = new Set((await readJourney(sql, workspace)).stages.map(({ id }) => id));
  const problems: Problem[] = [];
  const need = (known: ReadonlySet<string>, id: string, path: string, what: string) => {
    if (!known.has(id)) problems.push({ path, found: JSON.stringify(id), allowed: what });
  };
  const feature = RULES.feature;
  const signal = RULES.signal;
  profiles.forEach(({ when, scores }, at) => {
    when.stages?.forEach((id, index) => {
      const path = `profiles[${at}].when.stages[${index}]`;
      need(stages, id, path, sayRule("stage", { stages: [...stages].join(", ") }));
    });
    scores.forEach(({ measures }, score) => {
      measures.forEach((one, index) => {
        const path = `profiles[${at}].scores[${score}].measures[${index}]`;
        if (one.kind === "feature") need(features, one.feature, `${path}.feature`, feature);
        if (one.kind === "signal") need(signals, one.signal, `${path}.signal`, signal);
      });
    });
  });
  churn.watches.forEach(({ on }, at) => {
    if (on.type === "signal") need(signals, on.signal, `churn.watches[${at}].on.signal`, signal);
  });
  return problems;
}
