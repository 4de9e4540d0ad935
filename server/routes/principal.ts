import type { Principal } from "../auth/access.ts";

/** Who asks, on a route that is not public: there the check of access has let nobody else through. */
export function principalOf(call: { principal: Principal | null }): Principal {
  if (!call.principal) throw new TypeError("a public route has no principal");
  return call.principal;
}
