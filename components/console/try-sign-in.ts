import type { MessageError } from "../../lib/message/protocol.ts";
import type { Ask } from "../ports.ts";
import { createConsoleClient, type QueryError } from "./client.ts";

export type SignInProblem =
  | { kind: "empty" }
  | { kind: "refused" }
  /** There is no workspace to sign in to. */
  | { kind: "unconnected" }
  | { kind: "query"; error: QueryError; server: string }
  | { kind: "message"; error: MessageError };

/** Keeps a person's token if the workspace's server takes it; null: somebody is signed in now. */
export async function trySignIn(
  ports: { ask: Ask; fetch: typeof fetch },
  typed: string,
): Promise<SignInProblem | null> {
  const { ask } = ports;
  const token = typed.trim();
  if (token === "") return { kind: "empty" };
  const kept = await ask("console.token", { token });
  if (!kept.ok) return { kind: "message", error: kept.error };
  const session = await ask("console.session", {});
  if (!session.ok) return { kind: "message", error: session.error };
  if (!session.value) return { kind: "unconnected" };
  const client = createConsoleClient(session.value, ports.fetch);
  const check = await client.guides(new AbortController().signal);
  if (check.ok || check.error.code === "forbidden") return null;
  await ask("console.token", { token: null });
  return check.error.code === "unauthorized"
    ? { kind: "refused" }
    : { kind: "query", error: check.error, server: client.server };
}
