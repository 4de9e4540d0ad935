import type { Environment } from "../../lib/model/environment.ts";
import { sayRule } from "../../lib/model/rule.ts";
import { ApiError } from "../http/errors.ts";
import type { Role } from "./schemas.ts";

/** Who a request comes from. */
export interface Principal {
  workspace: string;
  /** Of the credential. */
  id: string;
  /** A write key is public: it may append, and read what every device gets. */
  role: "write-key" | Role;
  /** Whose bundle it reads; of a token, production. */
  environment: Environment;
}

/**
 * Who may use a route. `append`: write keys only. `device`: a write key or any token. A role: tokens of that role
 * or a higher one.
 */
export type Access = "public" | "append" | "device" | Role;

const RANK: Readonly<Record<Role, number>> = { viewer: 1, author: 2, admin: 3 };

export function mayUse(access: Access, role: Principal["role"]): boolean {
  if (access === "public" || access === "device") return true;
  if (access === "append") return role === "write-key";
  return role !== "write-key" && RANK[role] >= RANK[access];
}

export function requireAccess(access: Access, principal: Principal | null): void {
  if (access === "public") return;
  if (!principal) {
    throw new ApiError(401, "unauthorized", "A valid key or token is needed.", {
      headers: { "WWW-Authenticate": 'Bearer realm="waymark"' },
    });
  }
  if (mayUse(access, principal.role)) return;
  const needed =
    access === "append" ? "This needs a write key." : sayRule("role", { role: access });
  throw new ApiError(403, "forbidden", needed);
}
