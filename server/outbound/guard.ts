import { isIP } from "node:net";
import { RULES } from "../../lib/model/rule.ts";
import { isPublic, type Networks } from "./networks.ts";

/** Ports of public hosts at which no web server listens are those of other protocols. */
const FIRST_FREE_PORT = 1024;

export interface Guard {
  /** Those of networks that the operator named and, if nobody on the way can read along, of the public internet. */
  allows(address: string, protocol: string): boolean;
  /** Why nothing is sent to this address, as what would be allowed there; null where it may be. */
  refusal(url: string): Promise<string | null>;
}

/**
 * R65 of docs/spec/delivery.md. `resolve` answers with the addresses of a name, none for one that has none now: that is
 * looked at again, by the same rule, at every connection.
 */
export function createGuard(
  networks: Networks,
  resolve: (host: string) => Promise<readonly string[]>,
): Guard {
  const allows = (address: string, protocol: string) =>
    networks.has(address) || (protocol === "https:" && isPublic(address));
  return {
    allows,
    async refusal(text) {
      const url = URL.canParse(text) ? new URL(text) : null;
      if (url?.username !== "" || url.password !== "") return RULES.address;
      if (url.protocol !== "https:" && url.protocol !== "http:") return RULES.address;
      const host = hostOf(url);
      const addresses = isIP(host) === 0 ? await resolve(host) : [host];
      const isOwn = addresses.length > 0 && addresses.every((address) => networks.has(address));
      if (isOwn) return null;
      const port = Number(url.port || 443);
      const isWeb = url.protocol === "https:" && (port === 443 || port >= FIRST_FREE_PORT);
      return isWeb && addresses.every((one) => allows(one, url.protocol)) ? null : RULES.address;
    },
  };
}

/** The name or address in a URL; IPv6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}
