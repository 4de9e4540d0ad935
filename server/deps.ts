import type { Database } from "./db/database.ts";
import type { AddressOf } from "./http/client-address.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import type { Guard } from "./outbound/guard.ts";

/** Everything outside that the server's code asks for; tests pass their own. */
export interface Deps {
  db: Database;
  /** Epoch milliseconds. */
  clock: () => number;
  /** A new UUIDv7. */
  newId: () => string;
  /** New random text for keys and tokens: 256 bits, URL-safe. */
  newSecret: () => string;
  log: Log;
  metrics: Metrics;
  /** Where requests of ours may go. */
  guard: Pick<Guard, "refusal">;
  /** Whether there is a server that takes e-mail from us. */
  mails?: boolean;
  /**
   * Is told that a workspace has new messages, or a new place to forward them to. `isQueued`: something may wait to be
   * forwarded, as it does unless it is known not to.
   */
  stored?: (workspace: string, isQueued?: boolean) => void;
  /** Is told that something was changed in a workspace from which health and risk are worked out. */
  changed?: (workspace: string) => void;
  /** What one write key may send; null: unlimited. */
  rate: Rate | null;
  /** How many unknown keys and tokens one address may try; without: any number. */
  tries?: Rate | null;
  /** What one personal token may ask, and a workspace five times; without: any number. */
  questions?: Rate | null;
  /** Default: the other end of the connection. */
  addressOf?: AddressOf;
}

/** Of messages, tries or requests. */
export interface Rate {
  /** In the long run. */
  perSecond: number;
  /** At once. */
  burst: number;
}
