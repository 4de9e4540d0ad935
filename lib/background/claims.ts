import { type Claim, readMeta, writeMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";

/** A claim that came to nothing after this long (a closed tab, a failed injection) stands in nobody's way. */
const PENDING_MS = 15_000;

/**
 * One guide plays at a time over all tabs: looked at and taken in one transaction, so that two tabs that ask in the
 * same moment cannot both get it. `force` is for what the person asked for.
 */
export async function takeClaim(
  store: Store,
  claim: Claim,
  options: { force: boolean; isRunning: (guide: string) => boolean },
): Promise<boolean> {
  const transaction = store.transaction("meta", "readwrite");
  const held = await readMeta(transaction.store, "claim");
  const same = held?.guide === claim.guide && held.tab === claim.tab;
  const alive = held && (claim.at - held.at < PENDING_MS || options.isRunning(held.guide));
  const free = options.force || same || !alive;
  if (free) await writeMeta(transaction.store, "claim", claim);
  await transaction.done;
  return free;
}

/** The run of `guide` has ended. */
export async function releaseClaim(store: Store, guide: string): Promise<void> {
  const transaction = store.transaction("meta", "readwrite");
  const held = await readMeta(transaction.store, "claim");
  if (held?.guide === guide) await transaction.store.delete("claim");
  await transaction.done;
}
