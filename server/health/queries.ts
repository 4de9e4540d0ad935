import type { HealthProfile, HealthSettings } from "../../lib/model/health.ts";
import type { AccountHealth, HealthOverview, StandingList } from "../../lib/model/health-report.ts";
import type { RevenueAtRisk } from "../../lib/model/revenue-at-risk.ts";
import { readPlace, writePlace } from "../accounts/page.ts";
import { listCases } from "../churn/cases.ts";
import { revenueAtRisk } from "../churn/revenue.ts";
import { accountSignals } from "../churn/signals.ts";
import type { Sql } from "../db/database.ts";
import { notFound } from "../http/errors.ts";
import { dayOf } from "../ingest/fold.ts";
import { readDefinitions } from "./definitions.ts";
import { lastPass } from "./keep.ts";
import { healthOverview } from "./overview.ts";
import { readStandings } from "./standings.ts";
import { TREND_DAYS } from "./window.ts";

const DAY_MS = 86_400_000;

async function readAll(sql: Sql, workspace: string, now: number) {
  const { definitions } = await readDefinitions(sql, workspace);
  const { profiles } = definitions;
  const standings = await readStandings(sql, workspace, { today: dayOf(now), profiles });
  return { definitions, standings };
}

export async function readOverview(
  sql: Sql,
  workspace: string,
  now: number,
): Promise<HealthOverview> {
  const { definitions, standings } = await readAll(sql, workspace, now);
  const finishedAt = (await lastPass(sql, workspace))?.finishedAt ?? null;
  return healthOverview(standings, definitions, { now, finishedAt });
}

export interface StandingQuestion {
  risk?: "low" | "medium" | "high" | "unknown" | undefined;
  owner?: string | undefined;
  segment?: string | undefined;
  q?: string | undefined;
  limit: number;
  after?: string | undefined;
}

const RANK = { high: 0, medium: 1, unknown: 2, low: 3 } as const;

/** Customers by risk: high first, and of equal risk the greatest revenue first. */
export async function listStandings(
  sql: Sql,
  workspace: string,
  { risk, owner, segment, q, limit, after }: StandingQuestion,
  now: number,
): Promise<StandingList> {
  const { standings } = await readAll(sql, workspace, now);
  const wanted = q?.toLowerCase();
  const found = standings
    .filter(
      (one) =>
        (risk === undefined || (one.risk ?? "unknown") === risk) &&
        (owner === undefined || one.owner === owner) &&
        (segment === undefined || one.segment?.id === segment) &&
        (wanted === undefined || `${one.name ?? ""} ${one.id}`.toLowerCase().includes(wanted)),
    )
    .toSorted(
      (a, b) =>
        RANK[a.risk ?? "unknown"] - RANK[b.risk ?? "unknown"] ||
        (b.mrr?.minor ?? 0) - (a.mrr?.minor ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
  const place = readPlace(after);
  const from = place ? found.findIndex(({ id }) => id === place[1]) + 1 : 0;
  const items = found.slice(from, from + limit);
  const last = items.at(-1);
  const isMore = from + limit < found.length;
  return {
    items,
    total: found.length,
    next: isMore && last ? writePlace([last.risk ?? "unknown", last.id]) : null,
  };
}

export async function readRevenueAtRisk(
  sql: Sql,
  workspace: string,
  now: number,
): Promise<RevenueAtRisk> {
  const { definitions, standings } = await readAll(sql, workspace, now);
  const { probability, profiles } = definitions;
  const by = (groupOf: (one: (typeof standings)[number]) => string | null) =>
    revenueAtRisk(
      standings.map((one) => ({ group: groupOf(one), mrr: one.mrr, risk: one.risk })),
      probability,
    );
  return {
    total: by(() => ""),
    owner: by(({ owner }) => owner),
    segment: by(({ segment }) => segment?.id ?? null),
    month: by(({ renewal }) => renewal?.slice(0, 7) ?? null).sort((a, b) =>
      (a.group ?? "9999") < (b.group ?? "9999") ? -1 : 1,
    ),
    segments: Object.fromEntries(profiles.map(({ id, name }) => [id, name])),
    unpriced: standings.filter(({ mrr }) => mrr === null).length,
    probability,
  };
}

interface StandingRow extends Omit<NonNullable<AccountHealth["standing"]>, "segment" | "usual"> {
  profile: string;
  usual: { baseline: number | null; current: number | null; weeks: number[]; level: string | null };
}

/** How one account stands and why, how that went, and what is being done about it. */
export async function readAccountHealth(
  sql: Sql,
  workspace: string,
  account: string,
  now: number,
): Promise<AccountHealth> {
  const [record] = await sql.query<{ name: string | null }>(
    "SELECT name FROM account_records WHERE workspace_id = $1 AND account_id = $2 AND archived_at IS NULL",
    [workspace, account],
  );
  if (!record) throw notFound("account with this id");
  const settings = await readDefinitions(sql, workspace);
  const [row] = await sql.query<StandingRow>(
    `SELECT at, profile, score, coverage, risk, risk_since AS "riskSince", causes, reasons, scores, usual
     FROM account_health WHERE workspace_id = $1 AND account_id = $2`,
    [workspace, account],
  );
  const since = now - TREND_DAYS * DAY_MS;
  const trend = await sql.query<AccountHealth["trend"][number]>(
    `SELECT day, score, risk FROM account_health_days
     WHERE workspace_id = $1 AND account_id = $2 AND day > $3::date ORDER BY day`,
    [workspace, account, dayOf(since)],
  );
  const open = await listCases(sql, workspace, { account, state: "open", limit: 1 });
  const [closed] = await sql.query<{ count: number }>(
    `SELECT count(*) AS count FROM risk_cases
     WHERE workspace_id = $1 AND account_id = $2 AND closed_at IS NOT NULL`,
    [workspace, account],
  );
  return {
    account,
    name: record.name,
    standing: row ? standingOf(row, settings) : null,
    trend,
    signals: await accountSignals(sql, workspace, account, since),
    case: open.items[0] ?? null,
    closedCases: closed?.count ?? 0,
  };
}

function standingOf(
  { profile, usual, ...row }: StandingRow,
  { definitions: { profiles, churn } }: HealthSettings,
): NonNullable<AccountHealth["standing"]> {
  const { baseline, current, weeks, level } = usual;
  const alert = level === null || baseline === null ? null : baseline * (1 - churn.drop.medium);
  return {
    ...row,
    segment: segmentOf(profile, profiles),
    usual: { baseline, current, alert, weeks },
  };
}

function segmentOf(id: string, profiles: readonly HealthProfile[]) {
  const name = profiles.find((one) => one.id === id)?.name ?? { en: id };
  return { id, name };
}
