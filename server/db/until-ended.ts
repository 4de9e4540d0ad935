import type { OwnerSql } from "./database.ts";

/**
 * What a transaction's work gets. Once `end` was called nothing is asked any more: of statements that were asked together
 * one may fail while others are still to be asked, which then would be run outside of any transaction. `succeeded`
 * rejects if any statement did: a commit of a transaction that failed says nothing.
 */
export function untilEnded(sql: OwnerSql) {
  let isOpen = true;
  const answers: Promise<unknown>[] = [];
  const whileOpen = <T>(ask: () => Promise<T>): Promise<T> => {
    if (!isOpen) return Promise.reject(new Error("The transaction has ended."));
    const answer = ask();
    answers.push(answer);
    // Whoever asked hears of it, or `succeeded` says it.
    answer.catch(() => undefined);
    return answer;
  };
  return {
    sql: {
      query: (text, params) => whileOpen(() => sql.query(text, params)),
      run: (script) => whileOpen(() => sql.run(script)),
    } satisfies OwnerSql,
    end: () => {
      isOpen = false;
    },
    succeeded: async () => void (await Promise.all(answers)),
  };
}
