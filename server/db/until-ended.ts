import type { OwnerSql } from "./database.ts";

/**
 * What a transaction's work gets: once `end` was called nothing is asked any more. Of statements that were asked together
 * one may fail while others are still to be asked, which then would be run outside of any transaction.
 */
export function untilEnded(sql: OwnerSql): { sql: OwnerSql; end: () => void } {
  let isOpen = true;
  const whileOpen = <T>(ask: () => Promise<T>): Promise<T> =>
    isOpen ? ask() : Promise.reject(new Error("The transaction has ended."));
  return {
    sql: {
      query: (text, params) => whileOpen(() => sql.query(text, params)),
      run: (script) => whileOpen(() => sql.run(script)),
    },
    end: () => {
      isOpen = false;
    },
  };
}
