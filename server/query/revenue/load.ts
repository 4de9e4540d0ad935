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
}

interface Tasks {
  account: string;
  open: number;
  overdue: number;
}

const ACCOUNTS = `
  SELECT account_id AS account, touch_model AS touch, renewal FROM account_records
  WHERE workspace_id = $1::uuid AND archived_at IS NULL`;

/** `$2`: today. */
const TASKS = `
  SELECT account_id AS account, count(*) AS open, count(*) FILTER (WHERE due < $2::date) AS overdue FROM tasks
  WHERE workspace_id = $1::uuid AND state IN ('open', 'doing') GROUP BY account_id`;

/** Since `$2`. A note is no contact, and a planned one did not take place. */
const CONTACTS = `
  SELECT account_id AS account, count(*) AS contacts FROM touches
  WHERE workspace_id = $1::uuid AND state = 'done' AND kind <> 'note' AND at >= $2::timestamptz GROUP BY account_id`;

/** What each CSM has to look after. */
export async function csLoad(sql: Sql, workspace: string, now: number): Promise<CsLoad> {
  const today = dayOf(now);
  const histories = await readHistories(sql, workspace);
  const rows = await sql.query<Row>(ACCOUNTS, [workspace]);
  const rowOf = new Map(rows.map((row) => [row.account, row]));
  const tasks = await sql.query<Tasks>(TASKS, [workspace, today]);
  const tasksOf = new Map(tasks.map((row) => [row.account, row]));
  const lately = new Date(now - LATELY_MS).toISOString();
  const contacts = await sql.query<{ account: string; contacts: number }>(CONTACTS, [
    workspace,
    lately,
  ]);
  const contactsOf = new Map(contacts.map((row) => [row.account, row.contacts]));
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
      openTasks: sum(({ account }) => tasksOf.get(account)?.open ?? 0),
      overdueTasks: sum(({ account }) => tasksOf.get(account)?.overdue ?? 0),
      contacts: sum(({ account }) => contactsOf.get(account) ?? 0),
    };
  });
  return {
    today,
    owners: owners.sort(
      (a, b) => b.accounts - a.accounts || ((a.owner ?? "") < (b.owner ?? "") ? -1 : 1),
    ),
  };
}
