import type { Bundle, BundleKey, WorkspaceInfo } from "../../lib/model/bundle.ts";
import type { Environment } from "../../lib/model/environment.ts";
import type { WireMessage } from "../../lib/model/wire.ts";
import { bundleOf } from "./workspace.ts";

/** A pair with which bundles can be signed. */
export interface MemoryKey {
  key: BundleKey;
  privateKey: CryptoKey;
}

/** One workspace's server, as far as a device sees it. */
export interface MemoryServer {
  url: string;
  workspace: string;
  bundle: Bundle;
  /** With which the bundle is signed. */
  signer: MemoryKey;
  /** What it took, in order. */
  received: WireMessage[];
  /** Paths that were asked for, in order. */
  asked: string[];
  /** Deletions that were asked for. */
  erasures: { secret: string | null; token: string | null; body: unknown }[];
  answer(path: string, init: RequestInit | undefined): Promise<Response>;
}

export async function createMemoryServer(
  url: string,
  workspace: string,
  environment: Environment = "production",
): Promise<MemoryServer> {
  const signer = await createMemoryKey("key-1");
  const info = (): WorkspaceInfo => ({ workspace, name: url, environment, ...server.signer.key });
  const server: MemoryServer = {
    url,
    workspace,
    bundle: bundleOf({ workspace, environment }),
    signer,
    received: [],
    asked: [],
    erasures: [],
    async answer(path, init) {
      server.asked.push(path);
      if (path === "/v1/workspace") return Response.json(info());
      if (path === "/v1/bundle") return Response.json(await sign(server.signer, server.bundle));
      if (path === "/v1/bundle/handovers") return Response.json({ items: [] });
      if (path.startsWith("/v1/privacy/")) return answerPrivacy(server, path, init);
      const { batch } = JSON.parse(String(init?.body)) as { batch: WireMessage[] };
      server.received.push(...batch);
      const results = batch.map(({ messageId }) => ({ messageId, status: "accepted" }));
      return Response.json({ success: true, results });
    },
  };
  return server;
}

function answerPrivacy(server: MemoryServer, path: string, init: RequestInit | undefined) {
  const headers = new Headers(init?.headers);
  const secret = headers.get("Waymark-Device");
  if (path.endsWith("/export")) {
    const nothing = { users: [], devices: [], signals: [], next: null };
    return Response.json({ at: 1, about: [], ...nothing, events: server.received });
  }
  const token = headers.get("Waymark-Identity");
  server.erasures.push({ secret, token, body: JSON.parse(String(init?.body)) });
  return Response.json({ deleted: [{ subject: "device", events: server.received.length }] });
}

/** The network with these servers in it. */
export function networkOf(...servers: MemoryServer[]): typeof fetch {
  return async (input, init) => {
    const { origin, pathname } = new URL(String(input));
    const server = servers.find(({ url }) => url === origin);
    if (!server) throw new TypeError("Failed to fetch");
    return server.answer(pathname, init);
  };
}

export async function createMemoryKey(keyId: string): Promise<MemoryKey> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey("Ed25519", true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const raw = base64(await crypto.subtle.exportKey("raw", publicKey));
  return { key: { keyId, publicKey: raw }, privateKey };
}

async function sign({ key, privateKey }: MemoryKey, bundle: Bundle) {
  const payload = JSON.stringify(bundle);
  const signature = await crypto.subtle.sign(
    "Ed25519",
    privateKey,
    new TextEncoder().encode(payload),
  );
  return { payload, signature: base64(signature), keyId: key.keyId };
}

function base64(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString("base64");
}
