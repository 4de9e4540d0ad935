import { ConsentPolicy } from "../model/consent.ts";
import { getMeta, readMeta, writeMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import type { Platform } from "./platform.ts";

/**
 * What an administrator has set for this browser, as it was read last; asked for only where it was never read. E24 of
 * docs/spec/events.md: while a browser starts it keeps whoever asks waiting for seconds.
 */
export async function knownPolicy(
  platform: Platform,
  store: Store,
): Promise<ConsentPolicy | undefined> {
  const known = await getMeta(store, "managed");
  if (known) return known.consent;
  await learnManaged(platform, store);
  return (await getMeta(store, "managed"))?.consent;
}

/** Asks the browser, and keeps what it says; true if something else holds now. */
export async function learnManaged(platform: Platform, store: Store): Promise<boolean> {
  const { consent } = await platform.managed();
  const policy = ConsentPolicy.safeParse(consent).data;
  const transaction = store.transaction("meta", "readwrite");
  const before = await readMeta(transaction.store, "managed");
  await writeMeta(transaction.store, "managed", policy ? { consent: policy } : {});
  await transaction.done;
  return before?.consent !== policy;
}
