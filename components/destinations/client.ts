import * as z from "zod/mini";
import { Forward, ForwardList, type NewForward } from "../../lib/model/forward.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** Where messages go, as administrators settle it; none of it throws. */
export interface DestinationsClient {
  list(signal: AbortSignal): Answer<Forward[]>;
  /** Makes or changes it. A secret that was made by the server is told in the answer, once. */
  put(id: string, what: NewForward): Answer<Forward>;
  pause(id: string, paused: boolean): Answer<Forward>;
  test(id: string): Answer<Forward>;
  newSecret(id: string): Answer<Forward>;
  remove(id: string): Answer<unknown>;
}

export function createDestinationsClient(
  session: { server: string; token: string },
  request: typeof fetch,
): DestinationsClient {
  const ask = createAskServer(session, request);
  const at = (id: string, rest = "") => `/v1/forwards/${encodeURIComponent(id)}${rest}`;
  return {
    async list(signal) {
      const answer = await ask("/v1/forwards", ForwardList, { signal });
      return answer.ok ? { ok: true, value: answer.value.items } : answer;
    },
    put: (id, body) => ask(at(id), Forward, { method: "PUT", body }),
    pause: (id, paused) => ask(at(id, "/pause"), Forward, { method: "POST", body: { paused } }),
    test: (id) => ask(at(id, "/test"), Forward, { method: "POST" }),
    newSecret: (id) => ask(at(id, "/secret"), Forward, { method: "POST" }),
    remove: (id) => ask(at(id), z.unknown(), { method: "DELETE" }),
  };
}
