import { enqueueSignals } from "./follow.ts";
import { type Device, readMeta } from "./meta.ts";
import type { Store } from "./schema.ts";
import type { Who } from "./signal-book.ts";
import { createSignalValues, type SignalChange } from "./signal-values.ts";
import { changeAll, type IngestTransaction } from "./transaction.ts";

/** Looks at every signal again: something other than events has changed, such as what is known of an account. */
export function reviewSignals(
  store: Store,
  { version, now }: { version: string; now: number },
): Promise<SignalChange[]> {
  return changeAll(store, async (transaction) => {
    const bundle = (await transaction.objectStore("bundle").get("current"))?.bundle;
    const device = await readMeta(transaction.objectStore("meta"), "device");
    if (!device) throw new Error("the database was opened without a device");
    const people = await everybody(transaction, device);
    const changes = await createSignalValues(transaction, bundle, now).review(people);
    await enqueueSignals(transaction, changes, { device: device.id, version });
    return changes;
  });
}

/** Everybody of whom anything is counted, as they are known now. */
export async function everybody(
  transaction: IngestTransaction,
  device: Device,
): Promise<Map<string, Who>> {
  const identities = (await readMeta(transaction.objectStore("meta"), "identities")) ?? {};
  const people = new Map<string, Who>();
  for (const name of ["daily", "matchers", "signals"] as const) {
    for (const [person] of await transaction.objectStore(name).getAllKeys()) {
      if (people.has(person)) continue;
      const known = Object.values(identities).find((identity) => identity?.user === person);
      const account = known?.account ?? undefined;
      people.set(person, person === device.id ? {} : { user: person, account });
    }
  }
  return people;
}
