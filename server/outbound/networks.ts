import { BlockList, isIP } from "node:net";

/**
 * What is not the public internet: this host, private and shared networks, link-local addresses with the metadata of
 * clouds, what is reserved, and IPv6 forms that stand for an IPv4 address (https://www.iana.org/assignments/iana-ipv4-special-registry,
 * iana-ipv6-special-registry).
 */
const SPECIAL: readonly string[] = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"],
  ...[
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
  ],
];

export interface Networks {
  has(address: string): boolean;
}

/** Networks such as "10.0.0.0/8". Throws with the one that is none. */
export function networksOf(texts: readonly string[]): Networks {
  const list = new BlockList();
  for (const text of texts) {
    const [address = "", bits = ""] = text.split("/");
    const family = isIP(address);
    const most = family === 4 ? 32 : 128;
    if (family === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most) throw new RangeError(text);
    list.addSubnet(address, Number(bits), family === 4 ? "ipv4" : "ipv6");
  }
  return {
    has: (address) => {
      const family = isIP(address);
      return family !== 0 && list.check(address, family === 4 ? "ipv4" : "ipv6");
    },
  };
}

const special = networksOf(SPECIAL);

/** Of an IPv4 address that is written as an IPv6 one (::ffff:10.0.0.1), what the IPv4 one is. */
export function isPublic(address: string): boolean {
  return isIP(address) !== 0 && !special.has(address);
}
