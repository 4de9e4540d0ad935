import type { Input, MessageName, Reply } from "./protocol.ts";

export interface Envelope<N extends MessageName = MessageName> {
  name: N;
  input: Input<N>;
}

export type Send = <N extends MessageName>(name: N, input: Input<N>) => Promise<Reply<N>>;

/** A frozen worker never answers; a caller must not hang with it. */
const TIMEOUT_MS = 15_000;

/** The sending side: types only, so that no schema reaches a host page. Never rejects. */
export function createClient(
  deliver: (message: Envelope) => Promise<unknown>,
  timeoutMs = TIMEOUT_MS,
): Send {
  return async <N extends MessageName>(name: N, input: Input<N>): Promise<Reply<N>> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Reply<N>>((resolve) => {
      timer = setTimeout(
        resolve,
        timeoutMs,
        failure("timeout", `no answer to "${name}" within ${timeoutMs / 1000} s; try again`),
      );
    });
    // In an orphaned content script the call itself throws.
    const answer = new Promise((resolve) => resolve(deliver({ name, input }))).then(
      (reply) => (reply as Reply<N> | undefined) ?? failure("failed", `nobody answered "${name}"`),
      (error: unknown) => failure("failed", String((error as Error)?.message ?? error)),
    );
    const reply = await Promise.race([answer, late]);
    clearTimeout(timer);
    return reply as Reply<N>;
  };
}

export function failure<N extends MessageName>(
  code: Extract<Reply, { ok: false }>["error"]["code"],
  message: string,
): Reply<N> {
  return { ok: false, error: { code, message } };
}
