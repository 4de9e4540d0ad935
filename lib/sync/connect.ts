import { WorkspaceInfo } from "../model/bundle.ts";
import { parseJson, type Result } from "../model/parse.ts";
import { serverAddress } from "./address.ts";
import { bytesOfBase64 } from "./base64.ts";
import { ask, excuse } from "./http.ts";
import type { Network } from "./ports.ts";
import { WORDS } from "./words.ts";

export interface Connected {
  /** Base address without a final "/". */
  server: string;
  /** As it was typed, without spaces around it. */
  writeKey: string;
  info: WorkspaceInfo;
}

export interface ConnectError {
  code: "not-a-url" | "unreachable" | "not-waymark" | "key-refused" | "server-trouble";
  /** What happened and how to mend it. */
  message: string;
}

/** Looks whether there is a Waymark server at the address a person typed, and which workspace the key belongs to. */
export async function connect(
  network: Network,
  typed: string,
  typedKey: string,
): Promise<Result<Connected, ConnectError>> {
  const server = serverAddress(typed);
  if (server === null) {
    const shown = JSON.stringify(typed.trim().slice(0, 80));
    const example = "https://waymark.example.com";
    return fail("not-a-url", `${shown} is not the address of a server, such as ${example}.`);
  }
  const writeKey = typedKey.trim();
  const answer = await ask(network, `${server}/v1/workspace`, writeKey);
  if ("unanswered" in answer) {
    return fail("unreachable", `No answer from ${server}. Check the address and the network.`);
  }
  const { status, text } = answer;
  const why = excuse(status);
  if (why === WORDS.key) return fail("key-refused", why);
  if (status >= 500 || status === 408 || status === 425 || status === 429) {
    return fail("server-trouble", `${server} has trouble (HTTP ${status}). Try again later.`);
  }
  const info = parseJson(WorkspaceInfo, text);
  if (status !== 200 || !info.ok || bytesOfBase64(info.value.publicKey)?.length !== 32) {
    return fail("not-waymark", `There is a server at ${server}, but not one of Waymark.`);
  }
  return { ok: true, value: { server, writeKey, info: info.value } };
}

function fail(code: ConnectError["code"], message: string): { ok: false; error: ConnectError } {
  return { ok: false, error: { code, message } };
}
