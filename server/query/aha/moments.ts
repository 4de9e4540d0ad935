import { AHA_FEWEST, type AhaMoment, type AhaMoments } from "../../../lib/model/aha.ts";
import type { Sql } from "../../db/database.ts";
import { readPublished } from "../../documents/published.ts";
import { type AhaQuestion, ahaPeople } from "./people.ts";
import { type Finding, SPANS, searchMoments } from "./search.ts";
import { coverageOf, liftOf, oddsRatioOf, phiOf, precisionOf } from "./table.ts";

/** As PostHog does it: beyond this, one of the two groups is too small to rely on. */
const MOST_SKEWED = 10;

/**
 * What people did in their first days that goes with staying. A beginning never reaches into the days that decide who
 * stayed, or it would go together with itself.
 */
export async function ahaMoments(
  sql: Sql,
  workspace: string,
  question: Omit<AhaQuestion, "spans">,
): Promise<AhaMoments> {
  const { from, to, days } = question;
  const spans = SPANS.filter((span) => span <= from);
  const { stayed, left, young, features } = await ahaPeople(sql, workspace, { ...question, spans });
  const people = stayed + left;
  const tooFew = people < AHA_FEWEST.people || Math.min(stayed, left) < AHA_FEWEST.each;
  const found = searchMoments(tooFew ? [] : features, spans);
  const names = await namesOf(sql, workspace);
  return {
    from,
    to,
    days,
    sync: await syncOf(sql, workspace),
    people,
    stayed,
    young,
    tooFew,
    skewed: Math.max(stayed, left) > MOST_SKEWED * Math.min(stayed, left),
    features: found.features,
    cutOffs: found.cutOffs,
    moments: found.findings.map((finding) => told(finding, names.get(finding.feature))),
  };
}

function told({ feature, times, within, table, q }: Finding, name: string | undefined): AhaMoment {
  const { ratio, low, high } = oddsRatioOf(table);
  return {
    feature,
    name: name ?? feature,
    published: name !== undefined,
    times,
    within,
    ...table,
    oddsRatio: ratio,
    low,
    high,
    phi: phiOf(table),
    lift: liftOf(table),
    precision: precisionOf(table),
    coverage: coverageOf(table),
    q,
  };
}

async function namesOf(sql: Sql, workspace: string): Promise<Map<string, string>> {
  const published = await readPublished(sql, workspace);
  return new Map(
    published.flatMap(({ kind, id, body }) => (kind === "features" ? [[id, body.name]] : [])),
  );
}

async function syncOf(sql: Sql, workspace: string): Promise<AhaMoments["sync"]> {
  const [row] = await sql.query<{ sync: AhaMoments["sync"] }>(
    "SELECT sync_events AS sync FROM workspaces WHERE id = $1::uuid",
    [workspace],
  );
  return row?.sync ?? "off";
}
