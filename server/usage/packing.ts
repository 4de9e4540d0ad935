import type { Deps } from "../deps.ts";
import { packDays } from "./pack-days.ts";

/** Events of a workspace after which what waits is packed: questions read it all, and packing costs by the day. */
const EVENTS = 20_000;
/** The same for transactions, of which each is a row that waits. */
const TRANSACTIONS = 1_000;

/**
 * Is told how many events were stored together, and packs days now and then, before whoever told it goes on. What is cut short,
 * or stored by a process that ended, is packed by a later call or with the next pass of health.
 */
export function createPacking({ db, log }: Pick<Deps, "db" | "log">) {
  const stored = new Map<string, { events: number; transactions: number }>();
  return async (workspace: string, events: number): Promise<void> => {
    const count = stored.get(workspace) ?? { events: 0, transactions: 0 };
    stored.set(workspace, count);
    count.events += events;
    count.transactions += 1;
    if (count.events < EVENTS && count.transactions < TRANSACTIONS) return;
    stored.delete(workspace);
    try {
      await packDays({ db }, workspace);
    } catch (error) {
      log.error("could not pack days", error, { workspace });
    }
  };
}
