import type { Playbook } from "../../lib/model/playbook.ts";
import type { PlaybookTried } from "../../lib/model/playbook-report.ts";
import type { Deps } from "../deps.ts";
import { countDays } from "../health/count-days.ts";
import { dayOf } from "../ingest/fold.ts";
import { type Asked, askedBy } from "./asked.ts";
import { type Moment, momentAt } from "./attributes.ts";
import { createAccountView } from "./evaluate.ts";
import type { AccountHistory } from "./history.ts";
import { timingOf } from "./pass.ts";
import { accountsAfter, readHistories } from "./read-history.ts";
import { FIRST_WATCH, lookAt } from "./watch.ts";

const DAY_MS = 86_400_000;
/** Accounts of one transaction, each of which goes over the uses of all. Only what is asked for is read, so they are more than in a pass. */
const CHUNK = 1_000;

/** What a playbook would have done in the last days, had it looked at the end of each: J9 of docs/spec/playbooks.md. */
export async function tryPlaybook(
  deps: Pick<Deps, "db" | "clock">,
  workspace: string,
  { playbook, days }: { playbook: Playbook; days: number },
): Promise<PlaybookTried> {
  const now = deps.clock();
  await countDays(deps, workspace, now);
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  const past = Array.from({ length: days - 1 }, (_, at) => midnight - (days - 2 - at) * DAY_MS - 1);
  const [from = now] = past;
  const moments = [...past, now].map(momentAt);
  const tried: PlaybookTried = { from: dayOf(from), to: dayOf(now), accounts: 0, fires: [] };
  const asked = askedBy(playbook.when);
  let after = "";
  while (true) {
    const histories = await deps.db.read(workspace, async (sql) => {
      const ids = await accountsAfter(sql, workspace, after, CHUNK);
      return readHistories(sql, workspace, ids, { now, from, asked });
    });
    tried.accounts += histories.length;
    for (const history of histories) {
      tried.fires.push(...firesOf(history, playbook, { asked, moments }));
    }
    const last = histories.at(-1);
    if (!last || histories.length < CHUNK) return tried;
    after = last.id;
  }
}

function firesOf(
  history: AccountHistory,
  playbook: Playbook,
  { asked, moments }: { asked: Asked; moments: readonly Moment[] },
): PlaybookTried["fires"] {
  const view = createAccountView(history, asked);
  const timing = timingOf(playbook);
  const fires: PlaybookTried["fires"] = [];
  let watch = FIRST_WATCH;
  for (const moment of moments) {
    const { at } = moment;
    const { holds, why } = view(playbook.when, moment);
    const step = lookAt(watch, { now: at, holds, paused: false }, timing);
    watch = step.watch;
    if (!step.fires) continue;
    const { id: account, name } = history;
    fires.push({ account, name, since: watch.since ?? at, at, why });
  }
  return fires;
}
