import { AsyncResource } from "node:async_hooks";
import type { Database, Sql } from "./database.ts";

/** Of the ten connections to PostgreSQL; the embedded database has one. */
const AT_ONCE: Readonly<Record<Database["engine"], number>> = { postgres: 6, embedded: 1 };

/**
 * The same database for those who can wait: at most so many of their transactions run at a time, in the order in which
 * they came, so that there is always room for others: R81 of docs/spec/delivery.md.
 */
export function inTurns(db: Database, most = AT_ONCE[db.engine]): Database {
  const waiting: (() => void)[] = [];
  let running = 0;

  const taken = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise<T>((done, failed) => {
      const start = () => {
        running += 1;
        work()
          .finally(() => {
            running -= 1;
            waiting.shift()?.();
          })
          .then(done, failed);
      };
      if (running < most) start();
      // In the context of who waited, not of whoever went before.
      else waiting.push(AsyncResource.bind(start));
    });

  return {
    ...db,
    transaction: <T>(workspace: string | null, work: (sql: Sql) => Promise<T>) =>
      taken(() => db.transaction(workspace, work)),
    read: <T>(workspace: string, work: (sql: Sql) => Promise<T>) =>
      taken(() => db.read(workspace, work)),
    erase: <T>(workspace: string, work: (sql: Sql) => Promise<T>) =>
      taken(() => db.erase(workspace, work)),
  };
}
