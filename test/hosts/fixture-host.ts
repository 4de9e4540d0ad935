import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

export interface FixtureHost {
  /** Without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

const PAGES = join(import.meta.dirname, "pages");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};
/** As strict as a host can be: only its own scripts and styles, no strings to code, no images, no connections. */
const NONCE = "fixture";
const STRICT_CSP = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  `style-src 'nonce-${NONCE}'`,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/**
 * A tiny web app for tests: every file of `pages/` at its own path, `/hostile/*` under a strict CSP. `/app/…` answers
 * with the plain page whatever the path, as a server of a single-page app does.
 */
export async function startFixtureHost(): Promise<FixtureHost> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://fixture.test");
    const name = pathname === "/" || pathname.startsWith("/app") ? "plain.html" : pathname.slice(1);
    if (pathname === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    if (!/^[\w/-]+\.(html|css|js)$/.test(name)) {
      response.writeHead(404).end();
      return;
    }
    readFile(join(PAGES, name)).then(
      (body) => {
        response.writeHead(200, {
          "content-type": TYPES[extname(name)],
          "cache-control": "no-store",
          ...(name.startsWith("hostile/") ? { "content-security-policy": STRICT_CSP } : {}),
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the fixture host has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
