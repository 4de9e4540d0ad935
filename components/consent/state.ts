import type { ConsentStatus } from "../../lib/message/protocol.ts";
import type { ConsentState } from "../../lib/model/consent.ts";

/** May something be kept of what is done at this address? Without one: where no page says anything. */
export function consentHere(
  { state, hosts }: ConsentStatus,
  url: string | undefined,
): ConsentState {
  const host = url !== undefined && URL.canParse(url) ? new URL(url).host : "";
  const said = hosts.find((entry) => entry.host === host)?.answer;
  if (state === "refused" || said === "refused") return "refused";
  return said ?? state;
}
