import type { StoredEvent } from "../model/event.ts";
import { addToDays } from "./days.ts";
import type { Device, Identity } from "./meta.ts";
import type { IngestTransaction } from "./transaction.ts";

/** The identity that holds for every host that says nothing itself. */
export const ANY_HOST = "";

/** Whose event it is: the identified user, else the device stands for its person. */
export function personOf(event: Pick<StoredEvent, "user">, device: Device): string {
  return event.user ?? device.id;
}

/**
 * Gives what was done here anonymously to the person who now says who they are. I6 of docs/spec/events.md.
 * The caller recomputes signals afterwards.
 */
export async function adoptAnonymous(
  transaction: IngestTransaction,
  host: string,
  { user, account }: Identity,
  device: Device,
): Promise<void> {
  const adopted: StoredEvent[] = [];
  let cursor = await transaction.objectStore("chunks").openCursor();
  for (; cursor; cursor = await cursor.continue()) {
    const theirs = cursor.value.events.filter(
      (event) => event.user === undefined && (host === ANY_HOST || event.host === host),
    );
    if (theirs.length === 0) continue;
    adopted.push(...theirs);
    const events = cursor.value.events.map((event) =>
      theirs.includes(event) ? { ...event, user, ...(account && { account }) } : event,
    );
    await cursor.update({ ...cursor.value, events });
  }
  await addToDays(transaction, adopted, device.id, -1);
  await addToDays(transaction, adopted, user, 1);

  const runs = transaction.objectStore("runs");
  for (const run of await runs.getAll(IDBKeyRange.bound([device.id], [device.id, []]))) {
    if (!adopted.some((event) => event.kind === "guide" && event.guide === run.guide)) continue;
    await runs.delete([device.id, run.guide]);
    if (!(await runs.get([user, run.guide]))) await runs.put({ ...run, person: user });
  }
}
