import type { Deps } from "../deps.ts";
import { dayOf } from "../ingest/fold.ts";
import { lastPass } from "./keep.ts";
import { passHealth } from "./pass.ts";

const DAY_MS = 86_400_000;
/** After midnight (UTC), so that what was sent just before it is there. */
const AFTER_MIDNIGHT_MS = 5 * 60_000;
/** New messages alone change health at most so often. */
const MESSAGES_MS = 60 * 60_000;
/** A pass is followed by this many times its own duration of rest: however much changes, it takes a tenth of the time. */
const REST_FACTOR = 9;

export interface HealthRunner {
  /** Something was changed from which health is worked out. Returns at once; one pass a workspace at a time. */
  changed(workspace: string): void;
  /** New messages were stored. */
  stored(workspace: string): void;
  /** Does what was missed while the server did not run, and from now on every day. */
  resume(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
}

/** H9 of docs/spec/health.md. That nothing is done twice or left out is the database's: it knows the day of the last pass. */
export function createHealthRunner(
  {
    db,
    clock,
    newId,
    log,
    passed,
    ended,
  }: Pick<Deps, "db" | "clock" | "newId" | "log"> & {
    /** Comes after each pass and belongs to it: what follows from how accounts are. Reports its failures itself. */
    passed?: (workspace: string) => Promise<void>;
    /** Comes after that, and after a pass that failed: what has to be done whatever becomes of health. */
    ended?: (workspace: string) => Promise<void>;
  },
  signal: AbortSignal,
): HealthRunner {
  const running = new Map<string, Promise<void>>();
  const resting = new Set<string>();
  const again = new Set<string>();
  const looked = new Map<string, number>();

  function changed(workspace: string): void {
    again.add(workspace);
    if (running.has(workspace) || resting.has(workspace) || signal.aborted) return;
    const run = passOnce(workspace).finally(() => running.delete(workspace));
    running.set(workspace, run);
  }

  async function passOnce(workspace: string): Promise<void> {
    again.delete(workspace);
    looked.set(workspace, clock());
    const began = performance.now();
    try {
      const { accounts } = await passHealth({ db, clock, newId }, workspace, signal);
      log.info("health was worked out", { workspace, accounts });
      await passed?.(workspace);
    } catch (error) {
      if (!signal.aborted) log.error("could not work out health", error, { workspace });
    }
    if (!signal.aborted) await ended?.(workspace);
    resting.add(workspace);
    after(REST_FACTOR * (performance.now() - began), () => {
      resting.delete(workspace);
      if (again.has(workspace)) changed(workspace);
    });
  }

  /** Keeps nobody from ending the process. */
  function after(ms: number, work: () => void): void {
    if (signal.aborted) return;
    const stop = () => clearTimeout(timer);
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      work();
    }, ms);
    timer.unref();
    signal.addEventListener("abort", stop, { once: true });
  }

  async function everyDay(): Promise<void> {
    const now = clock();
    const next = (Math.floor(now / DAY_MS) + 1) * DAY_MS + AFTER_MIDNIGHT_MS;
    after(next - now, () => void resume());
    const all = await db.transaction(null, (sql) =>
      sql.query<{ id: string }>("SELECT id FROM workspaces"),
    );
    for (const { id } of all) {
      const pass = await db.transaction(id, (sql) => lastPass(sql, id));
      if (pass?.day !== dayOf(now)) changed(id);
    }
  }

  async function resume(): Promise<void> {
    try {
      await everyDay();
    } catch (error) {
      log.error("could not begin to work out health", error);
    }
  }

  return {
    changed,
    stored(workspace) {
      const last = looked.get(workspace);
      if (last === undefined || clock() - last >= MESSAGES_MS) changed(workspace);
    },
    resume,
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
