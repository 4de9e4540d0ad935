import type { IngestTransaction } from "./transaction.ts";

/**
 * What these guides were to one person is from now on another's: runs, what the budget counts, and the experiments that
 * were met. Who becomes known is shown no more than somebody who was known all the time.
 */
export async function adoptGuides(
  transaction: IngestTransaction,
  guides: ReadonlySet<string>,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const theirs = IDBKeyRange.bound([from], [from, []]);
  const runs = transaction.objectStore("runs");
  for (const run of await runs.getAll(theirs)) {
    if (!guides.has(run.guide)) continue;
    await runs.delete([from, run.guide]);
    if (!(await runs.get([to, run.guide]))) await runs.put({ ...run, person: to });
  }
  const showings = transaction.objectStore("showings");
  for (const showing of await showings.getAll(theirs)) {
    if (!guides.has(showing.guide)) continue;
    await showings.delete([from, showing.at, showing.guide]);
    const same = await showings.get([to, showing.at, showing.guide]);
    const dismissed = showing.dismissed || same?.dismissed === true;
    await showings.put({ ...showing, person: to, dismissed });
  }
  const exposures = transaction.objectStore("exposures");
  for (const exposure of await exposures.getAll(theirs)) {
    const { experiment, arm } = exposure;
    await exposures.delete([from, experiment, arm]);
    if (!(await exposures.get([to, experiment, arm])))
      await exposures.put({ ...exposure, person: to });
  }
}
