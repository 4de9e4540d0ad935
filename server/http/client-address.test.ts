import { describe, expect, it } from "vitest";
import { createAddressOf } from "./client-address.ts";

const PEER = "203.0.113.7";
const PROXY = "10.0.0.2";

describe("R80: the address of a client", () => {
  it("is the other end of the connection, whatever the request says", () => {
    const addressOf = createAddressOf([]);
    expect(addressOf(PEER, null)).toBe(PEER);
    expect(addressOf(PEER, "198.51.100.1")).toBe(PEER);
    expect(addressOf(undefined, "198.51.100.1")).toBe("");
  });

  it.each([
    ["what a trusted proxy was asked from", PROXY, "198.51.100.1", "198.51.100.1"],
    ["not what somebody wrote before that", PROXY, "1.2.3.4, 198.51.100.1", "198.51.100.1"],
    ["through two of our proxies", PROXY, "198.51.100.1, 10.9.9.9", "198.51.100.1"],
    ["that of the proxy, where it says nothing", PROXY, null, PROXY],
    ["that of the proxy, where it says nonsense", PROXY, "unknown, ;", PROXY],
    [
      "an IPv4 address in the form of IPv6",
      `::ffff:${PROXY}`,
      "::ffff:198.51.100.1",
      "198.51.100.1",
    ],
    ["that of somebody who is no proxy", PEER, "198.51.100.1", PEER],
  ])("behind proxies: %s", (_, peer, said, address) => {
    expect(createAddressOf(["10.0.0.0/8"])(peer, said)).toBe(address);
  });

  it.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2::9", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("of IPv6 is the network of one customer: %s", (address, network) => {
    expect(createAddressOf([])(address, null)).toBe(network);
  });
});
