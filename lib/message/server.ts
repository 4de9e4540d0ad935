import { explain, parse } from "../model/parse.ts";
import { failure } from "./client.ts";
import { type Input, type MessageName, type Outputs, PROTOCOL, type Reply } from "./protocol.ts";

/** Who sent a message, as the browser says it; the payload is never asked. */
export interface Sender {
  kind: "page" | "extension";
  tab: number | undefined;
  frame: number | undefined;
  /** The document; another one after each load. Not every browser tells. */
  document: string | undefined;
  /** Address of the sending document. */
  url: string;
}

/** One handler a message: a message without a handler does not compile. */
export type Handlers = {
  [N in MessageName]: (input: Input<N>, sender: Sender) => Promise<Outputs[N]>;
};

/** An expected failure, shown to the person as it is. */
export class UserError extends Error {}

/** Of an input as JSON. */
const MAX_CHARS = 64 * 1024;

/**
 * The receiving side. Answers undefined to what is no message of ours; parses every input, because a content
 * script may be compromised; never rejects.
 */
export function createServer(handlers: Handlers, report: (error: unknown) => void) {
  return async (message: unknown, sender: Sender): Promise<Reply | undefined> => {
    const name = nameOf(message);
    if (!name) return undefined;
    const { from, input: schema } = PROTOCOL[name];
    if (from !== "anyone" && from !== sender.kind)
      return failure("forbidden", `"${name}" is not for a ${sender.kind}`);
    try {
      const { input } = message as { input?: unknown };
      if (JSON.stringify(input ?? null).length > MAX_CHARS) {
        return failure("invalid", `"${name}" is longer than ${MAX_CHARS} characters`);
      }
      const parsed = parse(schema, input);
      if (!parsed.ok) return failure("invalid", explain(parsed.error));
      const handle = handlers[name] as (input: unknown, sender: Sender) => Promise<unknown>;
      return { ok: true, value: (await handle(parsed.value, sender)) as Outputs[MessageName] };
    } catch (error) {
      if (!(error instanceof UserError)) report(error);
      return failure("failed", error instanceof Error ? error.message : String(error));
    }
  };
}

function nameOf(message: unknown): MessageName | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { name } = message as { name?: unknown };
  return typeof name === "string" && Object.hasOwn(PROTOCOL, name)
    ? (name as MessageName)
    : undefined;
}
