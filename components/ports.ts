import type { Input, MessageName, Reply } from "../lib/message/protocol.ts";

/** Asks the background; never rejects. */
export type Ask = <N extends MessageName>(name: N, input: Input<N>) => Promise<Reply<N>>;
