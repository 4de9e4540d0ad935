import type { OwnAccount, OwnGuide } from "../model/own-account.ts";
import type { Attributes } from "../model/primitives.ts";
import { type Connection, getMeta, type Identity, readMeta, writeMeta } from "../store/meta.ts";
import { ownerOf } from "../store/owner.ts";
import { ANY_HOST } from "../store/person.ts";
import type { Store } from "../store/schema.ts";
import { fetchOwnAccount } from "../sync/own-account.ts";
import type { Network } from "../sync/ports.ts";

/** Attributes of an account change rarely; what is newer comes with the next bundle or after so long. */
const FRESH_MS = 15 * 60_000;

/** Who is at a host, and what is known about them there. */
export interface Who {
  user: string | null;
  account: string | null;
  traits: Attributes;
  /** Attributes of the account: only those that the server gave to exactly this person. */
  accountTraits: Attributes;
  /** Guides they saw on whatever device, as far as the server told. */
  elsewhere: readonly OwnGuide[];
}

const NOBODY: Who = { user: null, account: null, traits: {}, accountTraits: {}, elsewhere: [] };

export async function whoAt(store: Store, host: string): Promise<Who> {
  const identities = (await getMeta(store, "identities")) ?? {};
  const accounts = (await getMeta(store, "accounts")) ?? {};
  const at = identities[host] ? host : ANY_HOST;
  const identity = identities[at];
  if (!identity) return NOBODY;
  const { user, account, traits } = identity;
  const known = accounts[at];
  const isTheirs = known && isOf(known, identity);
  return {
    user,
    account,
    traits,
    accountTraits: isTheirs ? known.attributes : {},
    // Of a version before this one there may be a record without.
    elsewhere: (isTheirs && known.guides) || [],
  };
}

/**
 * Asks for the attributes of the accounts of everybody whose identity is vouched for on this device, as far as what is
 * known is older than the bundle or than `FRESH_MS`. True if there was something new. C16 of docs/spec/sync.md.
 */
export async function refreshAccounts(
  network: Network,
  store: Store,
  connection: Connection,
  { now, isAllowed }: { now: () => number; isAllowed: (host: string) => boolean },
): Promise<boolean> {
  const identities = (await getMeta(store, "identities")) ?? {};
  const revision = (await store.get("bundle", "current"))?.bundle.revision ?? 0;
  const before = (await getMeta(store, "accounts")) ?? {};
  let changed = false;
  for (const [host, identity] of Object.entries(identities)) {
    if (!identity?.token || !isAllowed(host) || isExpired(identity.token, now())) continue;
    const known = before[host];
    const isFresh = known?.revision === revision && Math.abs(now() - known.at) < FRESH_MS;
    if (isFresh && isOf(known, identity)) continue;
    const answer = await fetchOwnAccount(network, connection, identity.token);
    if (!answer) continue;
    const transaction = store.transaction("meta", "readwrite");
    const here = (await readMeta(transaction.store, "identities"))?.[host];
    const still = await readMeta(transaction.store, "connection");
    const same = still && ownerOf(still) === ownerOf(connection);
    const accounts = (await readMeta(transaction.store, "accounts")) ?? {};
    // Somebody else may have logged in meanwhile, or another workspace been connected.
    if (here?.user === answer.user && same) {
      const record = { ...answer, revision, at: now() };
      await writeMeta(transaction.store, "accounts", { ...accounts, [host]: record });
      const told = ({ attributes, guides }: Partial<OwnAccount> = {}) =>
        JSON.stringify([attributes, guides]);
      changed ||= told(known) !== told(answer);
    }
    await transaction.done;
  }
  return changed;
}

function isOf(known: { user: string; account: string | null }, identity: Identity): boolean {
  return (
    known.user === identity.user &&
    (identity.account === null || identity.account === known.account)
  );
}

/** What a JWT says of its end; one that cannot be read is for the server to judge. */
function isExpired(token: string, now: number): boolean {
  try {
    const part = token.split(".")[1] ?? "";
    const { exp } = JSON.parse(atob(part.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof exp === "number" && exp * 1000 < now;
  } catch {
    return false;
  }
}
