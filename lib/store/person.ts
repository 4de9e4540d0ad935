import type { CapturedEvent, IdentifyEvent, StoredEvent } from "../model/event.ts";
import { adoptGuides } from "./adopt.ts";
import { addToDays, takeFromDays } from "./days.ts";
import { type Device, type Identity, type Meta, readMeta, writeMeta } from "./meta.ts";
import type { IngestTransaction } from "./transaction.ts";

/** The identity that holds for every host that says nothing itself. */
export const ANY_HOST = "";

/** Whose event it is: the identified user, else the device stands for its person. */
export function personOf(event: Pick<StoredEvent, "user">, device: Device): string {
  return event.user ?? device.id;
}

/** The event with the person who is here. */
export function owned(
  event: Exclude<CapturedEvent, IdentifyEvent>,
  who: Identity | null | undefined,
): StoredEvent {
  if (!who) return event;
  return { ...event, user: who.user, ...(who.account && { account: who.account }) };
}

/**
 * Who is here from now on. The first to say so on a host is given what was done there anonymously, also of `batch`,
 * the events that are not stored yet. I6 of docs/spec/events.md. True if stored events changed hands, after which the
 * caller recomputes signals.
 */
export async function identify(
  transaction: IngestTransaction,
  identities: Meta["identities"],
  { host, user, account, traits, token }: IdentifyEvent,
  batch: StoredEvent[],
  device: Device,
): Promise<boolean> {
  const before = identities[host];
  const identity: Identity | null =
    user === null
      ? null
      : { user, account: account ?? null, traits: traits ?? {}, token: token ?? null };
  // Whoever logs out before anybody was known leaves no mark: the first to log in is still the first.
  if (identity || before) identities[host] = identity;
  const meta = transaction.objectStore("meta");
  await writeMeta(meta, "identities", identities);
  if (before && before.user !== user) await forgetAccount(meta, host);

  if (!identity || before !== undefined) return false;
  for (const [at, event] of batch.entries()) {
    if (isAnonymous(event, host)) batch[at] = owned(event, identity);
  }
  return adoptAnonymous(transaction, host, identity, device);
}

/** What was known of the account goes with the person. */
async function forgetAccount(
  meta: Parameters<typeof writeMeta>[0] & Parameters<typeof readMeta>[0],
  host: string,
): Promise<void> {
  const { [host]: _, ...others } = (await readMeta(meta, "accounts")) ?? {};
  await writeMeta(meta, "accounts", others);
}

function isAnonymous(event: StoredEvent, host: string): boolean {
  return event.user === undefined && (host === ANY_HOST || event.host === host);
}

async function adoptAnonymous(
  transaction: IngestTransaction,
  host: string,
  identity: Identity,
  device: Device,
): Promise<boolean> {
  const { user } = identity;
  const adopted: StoredEvent[] = [];
  const left: StoredEvent[] = [];
  let cursor = await transaction.objectStore("chunks").openCursor();
  for (; cursor; cursor = await cursor.continue()) {
    const theirs = cursor.value.events.filter((event) => isAnonymous(event, host));
    left.push(
      ...cursor.value.events.filter(
        (event) => event.user === undefined && !isAnonymous(event, host),
      ),
    );
    if (theirs.length === 0) continue;
    adopted.push(...theirs);
    const events = cursor.value.events.map((event) =>
      isAnonymous(event, host) ? owned(event, identity) : event,
    );
    await cursor.update({ ...cursor.value, events });
  }
  await takeFromDays(transaction, adopted, device.id, left);
  await addToDays(transaction, adopted, user);

  const guides = new Set(adopted.flatMap((event) => (event.kind === "guide" ? [event.guide] : [])));
  await adoptGuides(transaction, guides, { from: device.id, to: user });
  return adopted.length > 0;
}
