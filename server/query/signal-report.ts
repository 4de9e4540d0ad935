import type { SignalReport } from "../../lib/model/signal-report.ts";
import type { SignalKind, SignalScalar } from "../../lib/model/signal-value.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { CURRENT } from "./current.ts";
import { daysUntil, merged, PEOPLE } from "./merged.ts";
import { signalsIn } from "./published-signals.ts";

/** People whose newest values are told. */
const LATEST = 20;

interface Person {
  user: string;
  account: string | null;
  anonymous: boolean;
  value: SignalScalar;
  since: number | null;
  at: number;
}

/** How a signal stands with everybody, on which days it came to that, and whose value is the newest. */
export async function signalReport(
  sql: Sql,
  workspace: string,
  id: string,
  { days, now }: { days: number; now: number },
): Promise<SignalReport> {
  const published = await readPublished(sql, workspace);
  const definition = signalsIn(published).find((one) => one.id === id);
  const document = published.find((one) => one.kind === "signals" && one.id === id);
  const values = await sql.query<{ value: SignalScalar; kind: SignalKind; people: number }>(
    `SELECT value, max(kind) AS kind, count(*) AS people FROM ${CURRENT} c WHERE signal = $2
     GROUP BY value ORDER BY people DESC, value`,
    [workspace, id],
  );
  const period = daysUntil(now, days);
  const changes = await sql.query<{ day: string; people: number }>(
    `SELECT day, ${PEOPLE} AS people FROM ${merged("signal_days")} s
     WHERE signal = $2 AND day BETWEEN $3::date AND $4::date GROUP BY day`,
    [workspace, id, period[0], period.at(-1)],
  );
  const latest = await sql.query<Person>(
    `SELECT who AS user, unknown AS anonymous, account_id AS account, value, since, at
     FROM (SELECT * FROM ${CURRENT} c WHERE signal = $2 ORDER BY at DESC, who LIMIT ${LATEST}) c
       LEFT JOIN users u ON u.workspace_id = $1::uuid AND NOT unknown AND u.user_id = who
     ORDER BY at DESC, who`,
    [workspace, id],
  );
  const [version] = document
    ? await sql.query<{ at: number }>(
        `SELECT published_at AS at FROM document_versions
         WHERE workspace_id = $1 AND kind = 'signals' AND id = $2 AND version = $3::int`,
        [workspace, id, document.version],
      )
    : [];
  const people = new Map(changes.map((change) => [change.day, change.people]));
  return {
    signal: id,
    name: definition?.name ?? id,
    kind: definition?.kind ?? values[0]?.kind ?? null,
    version: document?.version ?? null,
    publishedAt: version?.at ?? null,
    values: values.map(({ value, people: count }) => ({ value, people: count })),
    perDay: period.map((day) => ({ day, people: people.get(day) ?? 0 })),
    latest,
  };
}
