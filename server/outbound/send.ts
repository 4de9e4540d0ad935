import { lookup as lookUp } from "node:dns";
import { Agent as HttpAgent, request as httpRequest, type RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { type Guard, hostOf } from "./guard.ts";

export interface Outgoing {
  method: "POST";
  body: string;
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

/** Status and headers of the answer; its body is thrown away. Rejects where there is none. */
export type Send = (
  url: string,
  outgoing: Outgoing,
) => Promise<Pick<Response, "status" | "headers">>;

type Family = { http: typeof httpRequest; https: typeof httpsRequest };
const REQUESTS: Family = { http: httpRequest, https: httpsRequest };

export class AddressRefused extends Error {
  constructor() {
    super("the host has an address that nothing is sent to");
    this.name = "AddressRefused";
  }
}

/**
 * Sends requests to addresses that the guard allows, and to no other: a name is looked up once for a connection, all its
 * addresses are looked at, and the connection goes to one of those. So a name that means another host a moment later
 * (DNS rebinding) is of no use. Redirects are answers like others. `signal` ends what is kept open.
 */
export function createSend(
  guard: Pick<Guard, "allows">,
  signal: AbortSignal,
  find: typeof lookUp = lookUp,
): Send {
  const lookupFor =
    (protocol: string): LookupFunction =>
    (host, options, done) => {
      find(host, { ...options, all: true }, (error, addresses) => {
        if (error) return done(error, []);
        const isRefused =
          addresses.length === 0 ||
          !addresses.every(({ address }) => guard.allows(address, protocol));
        if (isRefused) return done(new AddressRefused(), []);
        if (options.all) return done(null, addresses);
        const [first] = addresses;
        return done(null, first?.address ?? "", first?.family);
      });
    };
  const agents = {
    http: new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true }),
  };
  signal.addEventListener("abort", () => {
    agents.http.destroy();
    agents.https.destroy();
  });
  return async (text, { method, body, headers, signal: ending }) => {
    const url = new URL(text);
    const kind = url.protocol === "https:" ? "https" : "http";
    const host = hostOf(url);
    if (isIP(host) !== 0 && !guard.allows(host, url.protocol)) throw new AddressRefused();
    const options: RequestOptions = {
      method,
      headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
      agent: agents[kind],
      lookup: lookupFor(url.protocol),
      signal: ending,
    };
    return new Promise((resolve, reject) => {
      const request = REQUESTS[kind](url, options, (response) => {
        response.resume();
        response.once("error", reject);
        const said = Object.entries(response.headersDistinct).map(([name, values]) => [
          name,
          (values ?? []).join(", "),
        ]);
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(said as [string, string][]),
        });
      });
      request.once("error", reject);
      request.end(body);
    });
  };
}
