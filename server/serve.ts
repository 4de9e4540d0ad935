import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  /** Such as "http://127.0.0.1:8787". */
  url: string;
  /** Accepts nothing more and resolves when the last answer is out, or after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** How long a client may take to send a request. */
const REQUEST_TIMEOUT_MS = 30_000;

export async function listen(fetch: Fetch, port: number, hostname: string): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    hostname,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
  }) as Server;
  let closing = false;
  // A connection that was busy when the server was told to close would else be kept open for the next request.
  server.on("request", (_, response) => {
    response.once("close", () => closing && server.closeIdleConnections());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`,
    close: (graceMs) =>
      new Promise((resolve) => {
        closing = true;
        const impatience = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(impatience);
          resolve();
        });
      }),
  };
}
