import type { AccountUse } from "../../lib/model/account-work.ts";
import type { Localized } from "../../lib/model/primitives.ts";
import { isEntitled } from "../../lib/signal/world.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { dayOf } from "../ingest/fold.ts";
import { addDays } from "../numbers/calendar.ts";
import { readAccount } from "./read.ts";

const DAYS = 28;

const USES = `
  SELECT feature, coalesce(sum(uses) FILTER (WHERE day >= $3::date), 0)::int AS uses, max(day) AS "lastDay",
    count(DISTINCT (day - $3::date) / 7) FILTER (WHERE day >= $3::date)::int AS weeks
  FROM account_feature_days WHERE workspace_id = $1 AND account_id = $2 AND day < $4::date GROUP BY feature`;

const GUIDES = `
  SELECT g.guide, count(DISTINCT g.person)::int AS people,
    count(DISTINCT g.person) FILTER (WHERE g.action = 'completed')::int AS finished, max(g.last_at) AS "lastAt",
    (SELECT v.body->'name' FROM document_versions v WHERE v.workspace_id = $1 AND v.kind = 'guides' AND v.id = g.guide
     ORDER BY v.version DESC LIMIT 1) AS name
  FROM users u JOIN guide_progress g
    ON g.workspace_id = u.workspace_id AND NOT g.anonymous AND g.person = u.user_id
  WHERE u.workspace_id = $1 AND u.account_id = $2
    AND g.action IN ('started', 'step_shown', 'completed') GROUP BY g.guide ORDER BY 4 DESC, 1`;

interface Used {
  feature: string;
  uses: number;
  weeks: number;
  lastDay: string;
}

/** What an account uses of what its plan has, and which guides its people saw: K21 of docs/spec/accounts.md. */
export async function accountUse(
  sql: Sql,
  workspace: string,
  id: string,
  now: number,
): Promise<AccountUse> {
  const { plan } = await readAccount(sql, workspace, id);
  const today = dayOf(now);
  const rows = await sql.query<Used>(USES, [workspace, id, addDays(today, -DAYS), today]);
  const used = new Map(rows.map((row) => [row.feature, row]));
  const features = (await readPublished(sql, workspace)).flatMap((one) =>
    one.kind === "features" ? [one.body] : [],
  );
  const guides = await sql.query<AccountUse["guides"][number] & { name: Localized | null }>(
    GUIDES,
    [workspace, id],
  );
  return {
    features: features.map((feature) => {
      const { uses = 0, weeks = 0, lastDay = null } = used.get(feature.id) ?? {};
      const { id: name, group = null } = feature;
      const included = feature.plans && plan === null ? null : isEntitled(feature, plan);
      return { feature: name, name: feature.name, group, included, uses, weeks, lastDay };
    }),
    guides,
  };
}
