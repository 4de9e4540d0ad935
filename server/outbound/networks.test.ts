import { describe, expect, it } from "vitest";
import { createGuard } from "./guard.ts";
import { isPublic, networksOf } from "./networks.ts";

describe("addresses of requests that the server sends", () => {
  it.each([
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.31.0.1"],
    ...["192.168.1.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "255.255.255.255"],
    ...["::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::a00:1"],
    ...["2001:db8::1", "2002:7f00:1::", "fc00::1", "fd12::1", "fe80::1", "ff02::1"],
    ...["", "localhost", "2130706433"],
  ])("R65: %s is not the public internet", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each([
    ...["1.1.1.1", "172.32.0.1", "192.169.0.1", "::ffff:8.8.8.8", "2606:4700::1111"],
  ])("R65: %s is", (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    "10.0.0.0",
    "10.0.0.0/33",
    "intranet",
    "::/129",
    "10.0.0.0/x",
  ])("%s is no network", (text) => {
    expect(() => networksOf([text])).toThrow(text);
  });
});

describe("where requests may go", () => {
  const names: Record<string, string[]> = {
    "hooks.example.com": ["93.184.215.14", "2606:2800::1"],
    "inside.example.com": ["10.0.0.5"],
    "both.example.com": ["93.184.215.14", "10.0.0.5"],
    "collector.corp": ["10.9.0.5"],
    localhost: ["127.0.0.1"],
  };
  const guard = createGuard(networksOf(["10.9.0.0/16"]), async (host) => names[host] ?? []);

  it.each([
    ...["https://hooks.example.com/in", "https://hooks.example.com:8443/in", "https://1.1.1.1/"],
    ...["https://collector.corp/in", "http://collector.corp:81/in", "http://10.9.1.1/"],
    "https://nobody-knows.example.com/in",
  ])("R65: to %s", async (url) => {
    expect(await guard.refusal(url)).toBeNull();
  });

  it.each([
    ...["http://hooks.example.com/in", "https://hooks.example.com:25/", "https://a:b@1.1.1.1/"],
    ...["https://inside.example.com/", "https://both.example.com/", "https://localhost/"],
    ...["https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/"],
    ...["https://[::ffff:169.254.169.254]/", "ftp://1.1.1.1/", "nowhere"],
  ])("R65: not to %s", async (url) => {
    expect(await guard.refusal(url)).toContain("WAYMARK_FORWARD_NETWORKS");
  });
});
