import * as z from "zod/mini";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

export const ROLES = ["viewer", "author", "admin"] as const;
export type Role = (typeof ROLES)[number];

const Token = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** Its last characters. */
  hint: z.string(),
  createdAt: z.int(),
  revokedAt: z.nullable(z.int()),
});
export type Token = z.infer<typeof Token>;

const NewToken = z.object({ ...Token.shape, secret: z.string() });
export type NewToken = z.infer<typeof NewToken>;

const TokenList = z.object({
  items: z.array(Token),
  /** The id of the one with which it was asked. */
  own: z.string(),
});
export type TokenList = z.infer<typeof TokenList>;

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** With which tokens colleagues sign in, for administrators; none of it throws. Who is none is refused as "forbidden". */
export interface TokensClient {
  /** Revoked ones too. */
  list(signal: AbortSignal): Answer<TokenList>;
  /** The secret is told this once. */
  make(name: string, role: Role): Answer<NewToken>;
  revoke(id: string): Answer<unknown>;
}

export function createTokensClient(
  session: { server: string; token: string },
  request: typeof fetch,
): TokensClient {
  const ask = createAskServer(session, request);
  return {
    list: (signal) => ask("/v1/tokens", TokenList, { signal }),
    make: (name, role) => ask("/v1/tokens", NewToken, { method: "POST", body: { name, role } }),
    revoke: (id) => ask(`/v1/tokens/${encodeURIComponent(id)}`, Token, { method: "DELETE" }),
  };
}
