import type { LookupAddress } from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createGuard } from "./guard.ts";
import { networksOf } from "./networks.ts";
import { AddressRefused, createSend } from "./send.ts";

describe("requests that the server sends", () => {
  let server: Server;
  let port = 0;
  const asked: string[] = [];
  const ending = () => new AbortController().signal;
  const outgoing = () => ({ method: "POST", body: "{}", headers: {}, signal: ending() }) as const;

  beforeEach(async () => {
    asked.length = 0;
    server = createServer((request, response) => {
      asked.push(`${request.headers.host}${request.url}`);
      request.resume();
      response.writeHead(307, { Location: "http://127.0.0.1/", "Retry-After": "7" }).end("no");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const sendWith = (networks: string[], addresses: string[]) => {
    const guard = createGuard(networksOf(networks), async () => []);
    const known: LookupAddress[] = addresses.map((address) => ({ address, family: 4 }));
    const find = (_: string, __: object, done: (error: null, all: LookupAddress[]) => void) =>
      done(null, known);
    return createSend(guard, ending(), find as never);
  };

  it("R65: go to the address that was looked at, with the name of the host, and follow no redirect", async () => {
    const send = sendWith(["127.0.0.0/8"], ["127.0.0.1"]);
    const answer = await send(`http://hooks.example:${port}/in`, outgoing());
    expect(answer.status).toBe(307);
    expect(answer.headers.get("retry-after")).toBe("7");
    expect(asked).toEqual([`hooks.example:${port}/in`]);
  });

  it.each([
    ["a name that means this machine by now", "hooks.example", ["127.0.0.1"]],
    ["a name of which one address is private", "hooks.example", ["1.1.1.1", "127.0.0.1"]],
    ["an address", "127.0.0.1", []],
    ["an IPv4 address written as IPv6", "[::ffff:127.0.0.1]", []],
  ])("R65: do not go to %s", async (_, host, addresses) => {
    for (const protocol of ["http", "https"]) {
      const sent = sendWith([], addresses)(`${protocol}://${host}:${port}/in`, outgoing());
      await expect(sent).rejects.toThrow(AddressRefused);
    }
    expect(asked).toEqual([]);
  });

  it("R65: that nothing protects do not go to the public internet", async () => {
    const sent = sendWith([], ["1.1.1.1"])("http://hooks.example/in", outgoing());
    await expect(sent).rejects.toThrow(AddressRefused);
  });
});
