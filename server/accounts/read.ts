import type {
  Account,
  AccountDetail,
  AccountList,
  AccountPeople,
} from "../../lib/model/account.ts";
import type { Sql } from "../db/database.ts";
import { notFound } from "../http/errors.ts";
import { accountUsers, peopleOf } from "../users/read.ts";
import { readPlace, writePlace } from "./page.ts";
import type { AccountQuestion } from "./query.ts";
import { MET } from "./touchpoints.ts";

const COLUMNS = `
  r.account_id AS id, r.name, r.plan, r.modules, r.mrr_minor, r.currency, r.mrr_since, r.seats,
  r.customer_since AS "customerSince", r.contract_start AS "contractStart", r.contract_end AS "contractEnd",
  r.renewal, r.owner, r.vertical, r.geography, r.size, r.touch_model AS "touchModel", r.champions, r.goals,
  r.expectations, r.stage, r.stage_since AS "stageSince", r.churned_on AS "churnedOn",
  r.churn_kind AS "churnKind", r.custom, a.first_at AS "firstSeen", a.last_at AS "lastSeen",
  r.created_at AS "createdAt", r.updated_at AS "updatedAt",
  CASE WHEN h.at IS NOT NULL THEN jsonb_build_object('segment', h.profile, 'score', h.score, 'coverage', h.coverage,
    'band', h.band, 'risk', h.risk) END AS health`;

const FROM = `account_records r
  LEFT JOIN accounts a ON a.workspace_id = r.workspace_id AND a.account_id = r.account_id
  LEFT JOIN account_health h ON h.workspace_id = r.workspace_id AND h.account_id = r.account_id`;

const LAST_TOUCH = `(SELECT max(t.at) FROM touches t
  WHERE t.workspace_id = r.workspace_id AND t.account_id = r.account_id AND t.state = 'done')`;

/** What is counted beside an account, only for those that are shown. */
const COUNTED = `
  (SELECT count(*) FROM (${peopleOf("p.id")}) u) AS users,
  (SELECT max(t.at) FROM touches t
   WHERE t.workspace_id = $1::uuid AND t.account_id = p.id AND t.state = 'done') AS "lastTouch",
  (SELECT count(*) FROM tasks t
   WHERE t.workspace_id = $1::uuid AND t.account_id = p.id AND t.state IN ('open', 'doing')) AS "openTasks"`;

const DAY = ["date", { asc: "'infinity'", desc: "'-infinity'" }] as const;
const MOMENT = ["timestamptz", { asc: "'infinity'", desc: "'-infinity'" }] as const;

/** For each order: what is compared, its type, and what stands for "not known", so that it always comes last. */
const ORDERS: Readonly<
  Record<
    AccountQuestion["sort"],
    readonly [value: string, type: string, unknown: Record<AccountQuestion["order"], string>]
  >
> = {
  name: ["lower(coalesce(r.name, r.account_id))", "text", { asc: "''", desc: "''" }],
  mrr: ["r.mrr_minor", "bigint", { asc: "9223372036854775807", desc: "-1" }],
  renewal: ["r.renewal", ...DAY],
  customerSince: ["r.customer_since", ...DAY],
  stageSince: ["r.stage_since", ...DAY],
  lastSeen: ["a.last_at", ...MOMENT],
  lastTouch: [LAST_TOUCH, ...MOMENT],
  updatedAt: ["r.updated_at", ...MOMENT],
  score: ["h.score", "double precision", { asc: "'infinity'", desc: "'-infinity'" }],
  risk: ["array_position(ARRAY['low', 'medium', 'high'], h.risk)", "int", { asc: "4", desc: "0" }],
};

interface Row extends Omit<Account, "mrr"> {
  mrr_minor: number | null;
  currency: string | null;
  mrr_since: string | null;
}

/** Filters in the order of `filtersOf`; NULL asks for nothing. `$14`: today. */
const FILTERED = `r.workspace_id = $1::uuid AND r.archived_at IS NULL
  AND ($2::text IS NULL OR position(lower($2::text) IN lower(coalesce(r.name, ''))) > 0
    OR position(lower($2::text) IN lower(r.account_id)) > 0)
  AND ($3::text IS NULL OR r.owner = $3::text) AND ($4::text IS NULL OR r.plan = $4::text)
  AND ($5::text IS NULL OR r.stage = $5::text) AND ($6::text IS NULL OR r.vertical = $6::text)
  AND ($7::text IS NULL OR r.geography = $7::text) AND ($8::text IS NULL OR r.size = $8::text)
  AND ($9::text IS NULL OR $9::text = ANY (r.modules))
  AND ($10::text IS NULL OR r.touch_model = $10::text)
  AND ($11::date IS NULL OR r.renewal >= $11::date) AND ($12::date IS NULL OR r.renewal <= $12::date)
  AND ($13::text = 'any' OR ($13::text = 'churned') = (r.churned_on IS NOT NULL AND r.churned_on <= $14::date))
  AND ($15::text IS NULL OR h.profile = $15::text)
  AND ($16::text IS NULL OR coalesce(h.band, 'unknown') = $16::text)
  AND ($17::text IS NULL OR coalesce(h.risk, 'unknown') = $17::text)
  AND ($18::text IS NULL OR r.account_id IN (SELECT account_id FROM (${MET}) m WHERE touchpoint = $18::text))`;

function filtersOf(workspace: string, q: AccountQuestion, today: string): unknown[] {
  return [
    workspace,
    q.q,
    q.owner,
    q.plan,
    q.stage,
    q.vertical,
    q.geography,
    q.size,
    q.module,
    q.touchModel,
    q.renewalFrom,
    q.renewalTo,
    q.status,
    today,
    q.segment,
    q.band,
    q.risk,
    q.touchpoint,
  ].map((value) => value ?? null);
}

/** A page of the accounts that are asked for. `today`: the day on which customers are told from those who left. */
export async function listAccounts(
  sql: Sql,
  workspace: string,
  question: AccountQuestion,
  today: string,
): Promise<AccountList> {
  const [value, type, unknown] = ORDERS[question.sort];
  const key = `coalesce(${value}, ${unknown[question.order]}::${type})`;
  const direction = question.order === "asc" ? "ASC" : "DESC";
  const place = readPlace(question.after);
  const filters = filtersOf(workspace, question, today);
  const rows = await sql.query<Row & { place: string }>(
    `SELECT p.*, ${COUNTED} FROM (
       SELECT ${COLUMNS}, ${key}::text AS place, ${key} AS place_key FROM ${FROM} WHERE ${FILTERED}
         AND ($19::text IS NULL OR (${key}, r.account_id COLLATE "C")
           ${question.order === "asc" ? ">" : "<"} ($19::text::${type}, $20::text COLLATE "C"))
       ORDER BY ${key} ${direction}, r.account_id COLLATE "C" ${direction} LIMIT $21::int) p
     ORDER BY p.place_key ${direction}, p.id COLLATE "C" ${direction}`,
    [...filters, place?.[0] ?? null, place?.[1] ?? null, question.limit + 1],
  );
  const [all] = await sql.query<{ total: number }>(
    `SELECT count(*) AS total FROM ${FROM} WHERE ${FILTERED}`,
    filters,
  );
  const items = rows.slice(0, question.limit);
  const last = items.at(-1);
  return {
    items: items.map(toAccount),
    total: all?.total ?? 0,
    next: rows.length > question.limit && last ? writePlace([last.place, last.id]) : null,
  };
}

export async function readAccount(sql: Sql, workspace: string, id: string): Promise<AccountDetail> {
  const [row] = await sql.query<Row & Pick<AccountDetail, "sources" | "traits">>(
    `SELECT p.*, ${COUNTED} FROM (
       SELECT ${COLUMNS}, r.sources, coalesce(a.traits, '{}') AS traits FROM ${FROM}
       WHERE r.workspace_id = $1::uuid AND r.account_id = $2 AND r.archived_at IS NULL) p`,
    [workspace, id],
  );
  if (!row) throw notFound("account with this id");
  const mrrHistory = await sql.query<AccountDetail["mrrHistory"][number]>(
    `SELECT since, minor, currency FROM account_mrr
     WHERE workspace_id = $1 AND account_id = $2 ORDER BY since`,
    [workspace, id],
  );
  const stageHistory = await sql.query<AccountDetail["stageHistory"][number]>(
    `SELECT since, stage FROM account_stages WHERE workspace_id = $1 AND account_id = $2 ORDER BY since`,
    [workspace, id],
  );
  return { ...toAccount(row), sources: row.sources, traits: row.traits, mrrHistory, stageHistory };
}

function toAccount(row: Row): Account {
  const { mrr_minor: minor, currency, mrr_since: since, ...rest } = row;
  for (const more of ["place", "place_key", "sources", "traits"])
    delete (rest as Record<string, unknown>)[more];
  return {
    ...rest,
    mrr: minor === null || !currency || !since ? null : { minor, currency, since },
  };
}

/** The people of an account, those seen last first. */
export async function accountPeople(
  sql: Sql,
  workspace: string,
  id: string,
  limit: number,
): Promise<AccountPeople> {
  await readAccount(sql, workspace, id);
  const people = await accountUsers(sql, workspace, id, limit);
  return { people: people.map(({ id: user, account: _, ...one }) => ({ user, ...one })) };
}
