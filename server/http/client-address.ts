import { isIP } from "node:net";
import { networksOf } from "../outbound/networks.ts";

/** From which address a request came; "" where that cannot be told. `peer` is the other end of the connection. */
export type AddressOf = (peer: string | undefined, forwardedFor: string | null) => string;

/**
 * What a proxy says in `X-Forwarded-For` counts only from proxies in these networks: each adds the address that asked it
 * at the end, and what stands before that anybody can have written. IPv6 addresses are told by their first 64 bits, of
 * which one customer has all.
 */
export function createAddressOf(proxies: readonly string[]): AddressOf {
  const trusted = networksOf(proxies);
  return (peer = "", forwardedFor) => {
    const way = [...(forwardedFor?.split(",") ?? []), peer].map((part) => plain(part.trim()));
    let address = way.pop() ?? "";
    while (trusted.has(address)) {
      const before = way.pop();
      if (before === undefined || isIP(before) === 0) break;
      address = before;
    }
    return isIP(address) === 6 ? network(address) : address;
  };
}

/** An IPv4 address that is written as an IPv6 one is what it is; on which of our interfaces it came does not matter. */
function plain(written: string): string {
  const [text = ""] = written.split("%");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1];
  return mapped && isIP(mapped) === 4 ? mapped : text;
}

/** The first 64 bits. */
function network(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(zeros).fill("0"), ...last];
  const short = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${short.join(":")}::/64`;
}
