import { type Claim, readMeta, writeMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";

/** A claim that came to nothing after this long (a closed tab, a failed injection) stands in nobody's way. */
const PENDING_MS = 15_000;

/**
 * One guide plays at a time over all tabs, and each quiet one once beside it: looked at and taken in one transaction,
 * so that two tabs that ask in the same moment cannot both get it. `force` is for what the person asked for.
 */
export async function takeClaim(
  store: Store,
  claim: Claim,
  options: { beside: boolean; force: boolean; isRunning: (guide: string) => boolean },
): Promise<boolean> {
  const transaction = store.transaction("meta", "readwrite");
  const beside = (await readMeta(transaction.store, "beside")) ?? {};
  const held = options.beside ? beside[claim.guide] : await readMeta(transaction.store, "claim");
  const same = held?.guide === claim.guide && held.tab === claim.tab;
  // By either sign: the clock may have been put back since.
  const pending = held && Math.abs(claim.at - held.at) < PENDING_MS;
  const alive = pending || (held && options.isRunning(held.guide));
  const free = options.force || same || !alive;
  if (free && options.beside) {
    await writeMeta(transaction.store, "beside", { ...beside, [claim.guide]: claim });
  } else if (free) {
    await writeMeta(transaction.store, "claim", claim);
  }
  await transaction.done;
  return free;
}

/**
 * Moves a claim to another tab or document. False when it is not any more what it was when it was read: of several tabs
 * that want to go on with a run, one gets it.
 */
export async function moveClaim(store: Store, from: Claim, to: Claim): Promise<boolean> {
  const transaction = store.transaction("meta", "readwrite");
  const isSame = (held: Claim | undefined) =>
    held?.guide === from.guide && held.tab === from.tab && held.at === from.at;
  const front = isSame(await readMeta(transaction.store, "claim"));
  const beside = (await readMeta(transaction.store, "beside")) ?? {};
  const quiet = !front && isSame(beside[from.guide]);
  if (front) await writeMeta(transaction.store, "claim", to);
  if (quiet) await writeMeta(transaction.store, "beside", { ...beside, [to.guide]: to });
  await transaction.done;
  return front || quiet;
}

/** Every claim that is held: that of the guide in front first. */
export async function readClaims(store: Store): Promise<Claim[]> {
  const transaction = store.transaction("meta");
  const front = await readMeta(transaction.store, "claim");
  const beside = Object.values((await readMeta(transaction.store, "beside")) ?? {});
  return front ? [front, ...beside] : beside;
}

/** Notes into which document the claims of a tab were injected; they are returned. */
export async function settleClaims(
  store: Store,
  tab: number,
  document: string | undefined,
): Promise<Claim[]> {
  const transaction = store.transaction("meta", "readwrite");
  const settled = (claim: Claim) => (claim.tab === tab ? { ...claim, document } : claim);
  const front = await readMeta(transaction.store, "claim");
  const beside = Object.values((await readMeta(transaction.store, "beside")) ?? {}).map(settled);
  if (front) await writeMeta(transaction.store, "claim", settled(front));
  const byGuide = Object.fromEntries(beside.map((claim) => [claim.guide, claim]));
  await writeMeta(transaction.store, "beside", byGuide);
  await transaction.done;
  return [...(front ? [settled(front)] : []), ...beside].filter((claim) => claim.tab === tab);
}

/** The run of `guide` has ended. */
export async function releaseClaim(store: Store, guide: string): Promise<void> {
  const transaction = store.transaction("meta", "readwrite");
  const held = await readMeta(transaction.store, "claim");
  if (held?.guide === guide) await transaction.store.delete("claim");
  const { [guide]: ended, ...rest } = (await readMeta(transaction.store, "beside")) ?? {};
  if (ended) await writeMeta(transaction.store, "beside", rest);
  await transaction.done;
}
