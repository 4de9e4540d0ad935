import { type SigningKey, SigningKeyList } from "../../lib/model/bundle.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** The keys with which bundles are signed; none of it throws. Every answer is the list as it is now. */
export interface SigningKeysClient {
  list(signal: AbortSignal): Answer<SigningKey[]>;
  replace(): Answer<SigningKey[]>;
  retire(keyId: string): Answer<SigningKey[]>;
}

export function createSigningKeysClient(
  session: { server: string; token: string },
  request: typeof fetch,
): SigningKeysClient {
  const askServer = createAskServer(session, request);
  const ask = async (path: string, order: Parameters<typeof askServer>[2]) => {
    const answer = await askServer(path, SigningKeyList, order);
    return answer.ok ? { ok: true as const, value: answer.value.items } : answer;
  };
  const path = "/v1/signing-keys";
  return {
    list: (signal) => ask(path, { signal }),
    replace: () => ask(path, { method: "POST" }),
    retire: (keyId) => ask(`${path}/${encodeURIComponent(keyId)}`, { method: "DELETE" }),
  };
}
