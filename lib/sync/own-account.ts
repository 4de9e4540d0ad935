import { OwnAccount } from "../model/own-account.ts";
import { parseJson } from "../model/parse.ts";
import { ask } from "./http.ts";
import type { Network } from "./ports.ts";

/** What this device may know of the account that `token` vouches for; null if nothing came of it. Never throws. */
export async function fetchOwnAccount(
  network: Network,
  { server, writeKey }: { server: string; writeKey: string },
  token: string,
): Promise<OwnAccount | null> {
  const answer = await ask(network, `${server}/v1/me`, writeKey, {
    headers: { "Waymark-Identity": token },
  });
  if ("unanswered" in answer || answer.status !== 200) return null;
  const account = parseJson(OwnAccount, answer.text);
  return account.ok ? account.value : null;
}
