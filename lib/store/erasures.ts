import { uuidv7 } from "uuidv7";
import { type Connection, type Device, type Meta, readMeta, writeMeta } from "./meta.ts";
import type { Store } from "./schema.ts";

/** A deletion that a server has not confirmed yet. It holds what proves that it may be asked for, and nothing else. */
export interface Erasure {
  id: string;
  /** When the person asked, epoch ms. */
  at: number;
  connection: Pick<Connection, "server" | "writeKey" | "workspace">;
  /** Of the device as it was named before. */
  secret: string;
  /** That vouched for whoever was logged in. */
  token: string | null;
  attempts: number;
  nextAt: number;
  error: string | null;
}

/** What came of the deletions that were asked for last. */
export interface Erased {
  /** When the server answered, epoch ms. */
  at: number;
  events: number;
  /** A token was shown and not believed: of a person the server deleted no more than what this device had sent. */
  unconfirmed: boolean;
  /** Why the server will not do it, in words. */
  refused: string | null;
}

/** One order a person who was vouched for, or one for the device alone. */
export function ordersFor(
  { server, writeKey, workspace }: Connection,
  device: Device,
  identities: Meta["identities"],
  at: number,
): Erasure[] {
  const tokens = Object.values(identities).flatMap((identity) => identity?.token ?? []);
  const connection = { server, writeKey, workspace };
  const order = { at, connection, secret: device.secret, attempts: 0, nextAt: 0, error: null };
  const each = tokens.length > 0 ? [...new Set(tokens)] : [null];
  return each.map((token) => ({ ...order, id: uuidv7(), token }));
}

/** The order was answered: it goes, and what came of it is kept for the person to see. */
export async function settleErasure(store: Store, id: string, erased: Erased): Promise<void> {
  const { store: meta, done } = store.transaction("meta", "readwrite");
  const orders = (await readMeta(meta, "erasures")) ?? [];
  await writeMeta(
    meta,
    "erasures",
    orders.filter((order) => order.id !== id),
  );
  await writeMeta(meta, "erased", erased);
  await done;
}

export async function postponeErasure(
  store: Store,
  id: string,
  wait: Pick<Erasure, "attempts" | "nextAt" | "error">,
): Promise<void> {
  const { store: meta, done } = store.transaction("meta", "readwrite");
  const orders = (await readMeta(meta, "erasures")) ?? [];
  await writeMeta(
    meta,
    "erasures",
    orders.map((order) => (order.id === id ? { ...order, ...wait } : order)),
  );
  await done;
}
