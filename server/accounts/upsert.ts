import * as z from "zod/mini";
import { AccountId, type AccountOutcome, AccountPatch } from "../../lib/model/account.ts";
import { type Problem, parse } from "../../lib/model/parse.ts";
import { RULES } from "../../lib/model/rule.ts";
import type { Sql } from "../db/database.ts";
import { dayOf } from "../ingest/fold.ts";
import { stageIds } from "./journey.ts";
import { saidBy } from "./patch.ts";
import type { Saying } from "./record.ts";
import { type Saved, type SayingOf, saveAccounts } from "./save.ts";

const Entry = z.extend(AccountPatch, { id: AccountId });

/**
 * Makes and changes accounts, each whole or not at all; the outcomes come in the order of the entries. An entry is a
 * patch with an `id`.
 */
export async function upsertAccounts(
  sql: Sql,
  workspace: string,
  entries: readonly unknown[],
  { saying, newId }: { saying: Saying; newId: () => string },
): Promise<AccountOutcome[]> {
  const today = dayOf(saying.at);
  const outcomes: (AccountOutcome | SayingOf)[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const read = parse(Entry, entry);
    if (!read.ok) {
      outcomes.push(refused(idOf(entry), read.error));
      continue;
    }
    const { id, ...patch } = read.value;
    if (seen.has(id)) {
      const allowed = RULES.accountOnce;
      outcomes.push(refused(id, [{ path: "id", found: `${JSON.stringify(id)} again`, allowed }]));
      continue;
    }
    seen.add(id);
    outcomes.push({ id, said: saidBy(patch, today), saying });
  }
  const fit = outcomes.flatMap((one) => ("said" in one ? [one] : []));
  const stages = await stageIds(sql, workspace);
  const saved = await saveAccounts(sql, workspace, fit, { now: saying.at, newId, stages });
  const byId = new Map(saved.map((one) => [one.id, one]));
  return outcomes.map((one) => ("said" in one ? outcomeOf(one.id, byId.get(one.id)) : one));
}

function outcomeOf(id: string, saved: Saved | undefined): AccountOutcome {
  if (!saved) throw new Error("an account that was to be saved did not come back");
  const { outcome, changes, held, erased, problems } = saved;
  return {
    id,
    outcome,
    changed: changes.map(({ field }) => field),
    held,
    ...(erased.length > 0 && { erased }),
    problems,
  };
}

function refused(id: string, problems: Problem[]): AccountOutcome {
  return { id, outcome: "refused", changed: [], held: [], problems };
}

function idOf(entry: unknown): string {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id.slice(0, 200) : "";
}
