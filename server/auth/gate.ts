import { setMost } from "../bounded.ts";
import type { Deps } from "../deps.ts";
import { tooMany } from "../http/errors.ts";
import { createLimiter } from "../http/token-bucket.ts";
import type { Principal } from "./access.ts";
import { hashSecret } from "./credentials.ts";
import type { Role } from "./schemas.ts";

export interface Gate {
  /**
   * Whose secret this is; null for an unknown or revoked one. Throws where too many unknown ones came from this address:
   * R80 of docs/spec/delivery.md.
   */
  admit(secret: string, address: string): Promise<Principal | null>;
  /** Looks everything up again, so that a revocation holds at once. */
  forget(): void;
}

interface Known {
  /** Null: refused. */
  principal: Principal | null;
  until: number;
}

/** For how long a secret is not looked up again: other servers notice a revocation this much later. */
const REMEMBER_MS = 10_000;
const MAX_REMEMBERED = 10_000;

export function createGate({ db, clock, tries }: Pick<Deps, "db" | "clock" | "tries">): Gate {
  const known = new Map<string, Known>();
  const looking = new Map<string, Promise<Principal | null>>();
  const limiter = tries ? createLimiter(tries, clock) : null;

  async function lookUp(hash: string): Promise<Principal | null> {
    const [row] = await db.transaction(null, (sql) =>
      sql.query<Omit<Principal, "role"> & { role: Role | null }>(
        `SELECT workspace_id AS workspace, id, role, environment FROM credentials
         WHERE hash = $1 AND revoked_at IS NULL`,
        [hash],
      ),
    );
    const principal: Principal | null = row ? { ...row, role: row.role ?? "write-key" } : null;
    setMost(known, hash, { principal, until: clock() + REMEMBER_MS }, MAX_REMEMBERED);
    return principal;
  }

  /** A try is paid for before the answer is known, and given back where it was right. */
  async function tryOut(hash: string, address: string): Promise<Principal | null> {
    const wait = limiter?.take(address, 1) ?? 0;
    if (wait > 0) throw tooMany("Too many unknown keys or tokens came from this address.", wait);
    let isStranger = false;
    try {
      const principal = await lookUp(hash);
      isStranger = principal === null;
      return principal;
    } finally {
      if (!isStranger) limiter?.take(address, -1);
    }
  }

  return {
    async admit(secret, address) {
      const hash = hashSecret(secret);
      const before = known.get(hash);
      if (before && before.until > clock()) return before.principal;
      // What was tried before was paid for then: browsers with a revoked key shut nobody out.
      const answer = looking.get(hash) ?? (before ? lookUp(hash) : tryOut(hash, address));
      looking.set(hash, answer);
      return answer.finally(() => looking.delete(hash));
    },
    forget() {
      for (const entry of known.values()) entry.until = 0;
    },
  };
}
