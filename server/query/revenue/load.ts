import type { CsLoad } from "../../../lib/model/cs-load.ts";
import type { Sql } from "../../db/database.ts";
import { dayOf } from "../../ingest/fold.ts";
import { addDays } from "../../numbers/calendar.ts";
import { stateOn } from "../../numbers/history.ts";
import { readHistories } from "./histories.ts";

const SOON = 90;
const LATELY_MS = 30 * 86_400_000;

interface Row {
  account: string;
  touch: "high" | "medium" | "low" | null;
  renewal: string | null;
  open: number;
  overdue: number;
  contacts: number;
}

/** `$2`: today, `$3`: since when contacts count. A note is no contact, and a planned one did not take place. */
const ACCOUNTS = `
  SELECT r.account_id AS account, r.touch_model AS touch, r.renewal,
    coalesce(t.open, 0) AS open, coalesce(t.overdue, 0) AS overdue, coalesce(c.contacts, 0) AS contacts
  FROM account_records r
  LEFT JOIN (SELECT account_id, count(*) AS open, count(*) FILTER (WHERE due < $2::date) AS overdue FROM tasks
    WHERE workspace_id = $1::uuid AND state IN ('open', 'doing') GROUP BY account_id) t ON t.account_id = r.account_id
  LEFT JOIN (SELECT account_id, count(*) AS contacts FROM touches
    WHERE workspace_id = $1::uuid AND state = 'done' AND kind <> 'note' AND at >= $3::timestamptz GROUP BY account_id) c
    ON c.account_id = r.account_id
  WHERE r.workspace_id = $1::uuid AND r.archived_at IS NULL`;

/** What each CSM has to look after. */
export async function csLoad(sql: Sql, workspace: string, now: number): Promise<CsLoad> {
  const today = dayOf(now);
  const histories = await readHistories(sql, workspace);
  const rows = await sql.query<Row>(ACCOUNTS, [
    workspace,
    today,
    new Date(now - LATELY_MS).toISOString(),
  ]);
  const rowOf = new Map(rows.map((row) => [row.account, row]));
  const customers = histories.flatMap((history) => {
    const state = stateOn(history, today);
    const row = rowOf.get(history.account);
    return state.is === "none" || !row ? [] : [{ owner: history.slices.owner, state, row }];
  });
  const soon = addDays(today, SOON);
  const owners = [...Map.groupBy(customers, ({ owner }) => owner)].map(([owner, own]) => {
    const sum = (of: (row: Row) => number) => own.reduce((total, { row }) => total + of(row), 0);
    const touching = (touch: Row["touch"]) => sum((row) => (row.touch === touch ? 1 : 0));
    const paying = own.flatMap(({ state }) => (state.is === "paying" ? [state] : []));
    return {
      owner,
      accounts: own.length,
      mrr: [...Map.groupBy(paying, ({ currency }) => currency)]
        .map(([currency, of]) => ({
          currency,
          minor: of.reduce((total, { minor }) => total + minor, 0),
        }))
        .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      unknown: own.length - paying.length,
      touch: {
        high: touching("high"),
        medium: touching("medium"),
        low: touching("low"),
        unknown: touching(null),
      },
      renewals: sum(({ renewal }) =>
        renewal !== null && renewal >= today && renewal <= soon ? 1 : 0,
      ),
      openTasks: sum(({ open }) => open),
      overdueTasks: sum(({ overdue }) => overdue),
      contacts: sum(({ contacts }) => contacts),
    };
  });
  return {
    today,
    owners: owners.sort(
      (a, b) => b.accounts - a.accounts || ((a.owner ?? "") < (b.owner ?? "") ? -1 : 1),
    ),
  };
}
