import type { Log } from "../log.ts";
import type { Database } from "./database.ts";

/** It is looked at most so often. */
const LOOK_MS = 60_000;
/** So much of a table, and so many rows or pages besides, may change before it is looked after. */
const CHANGED = { rows: 1_000, share: 0.1, grown: 0.2, pages: 100 };
const DEAD = { rows: 1_000, share: 0.2 };
/** A fifth of what PostgreSQL takes: a large table in some 50 ms, and plans of questions are the same. */
const STATISTICS_TARGET = 20;

/** What changes is not known beyond a restart of the embedded database; how large a table was is. */
const DUE = `
  SELECT format('%I.%I', s.schemaname, s.relname) AS name,
    s.n_mod_since_analyze > ${CHANGED.rows} + ${CHANGED.share} * greatest(c.reltuples, 0)
      OR pg_relation_size(c.oid) / current_setting('block_size')::int > ${CHANGED.pages} + ${1 + CHANGED.grown} * c.relpages
      AS unknown,
    s.n_dead_tup > ${DEAD.rows} + ${DEAD.share} * greatest(c.reltuples, 0) AS dead
  FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
  WHERE pg_get_userbyid(c.relowner) = current_user
  ORDER BY 1`;

/**
 * R79 of docs/spec/delivery.md: tables of which much has changed are counted anew, so that questions get plans that fit,
 * and, where nothing else does it, what was deleted makes room. One table at a time, so nothing waits for all of them.
 * Answers with the names of those tables.
 */
export async function lookAfter(
  db: Pick<Database, "maintain" | "vacuum">,
  signal?: AbortSignal,
): Promise<string[]> {
  const due = await db.maintain((sql) =>
    sql.query<{ name: string; unknown: boolean; dead: boolean }>(DUE),
  );
  const done: string[] = [];
  for (const { name, unknown, dead } of due) {
    if (signal?.aborted) break;
    const isFull = dead && db.vacuum !== undefined;
    if (!unknown && !isFull) continue;
    if (isFull) await db.vacuum?.(name);
    await db.maintain((sql) =>
      sql.run(`SET LOCAL default_statistics_target = ${STATISTICS_TARGET}; ANALYZE ${name}`),
    );
    done.push(name);
  }
  return done;
}

export interface Upkeep {
  /** Something was stored. Returns at once. */
  stored(): void;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
}

export function createUpkeep(
  { db, clock, log }: { db: Database; clock: () => number; log: Log },
  signal: AbortSignal,
): Upkeep {
  let last = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  async function look(): Promise<void> {
    const began = performance.now();
    try {
      const tables = await lookAfter(db, signal);
      const ms = Math.round(performance.now() - began);
      if (tables.length > 0) log.info("tables were looked after", { tables: tables.join(" "), ms });
    } catch (error) {
      if (!signal.aborted) log.error("could not look after the tables", error);
    }
  }

  /** One that is asked for within a minute of the last comes when it is over, or what was stored then would never be looked after. */
  let later: NodeJS.Timeout | undefined;
  signal.addEventListener("abort", () => clearTimeout(later), { once: true });

  function stored(): void {
    if (later || signal.aborted) return;
    const now = clock();
    // A minute at most, however far back a clock is set.
    const wait = running ? LOOK_MS : Math.min(LOOK_MS, last + LOOK_MS - now);
    if (wait > 0) {
      later = setTimeout(() => {
        later = undefined;
        last = Number.NEGATIVE_INFINITY;
        stored();
      }, wait).unref();
      return;
    }
    last = now;
    running = look().finally(() => {
      running = undefined;
    });
  }

  return { stored, settled: async () => running };
}
