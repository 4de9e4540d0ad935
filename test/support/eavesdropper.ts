import { once } from "node:events";
import { createServer } from "node:http";

/** A server in front of another one that passes everything on and keeps what it was asked. */
export interface Eavesdropper {
  url: string;
  /** Addresses and bodies of all requests, as text. */
  heard(): string;
  stop(): Promise<void>;
}

export async function eavesdrop(target: string): Promise<Eavesdropper> {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const { method = "GET", url = "/", headers } = request;
    heard.push(`${method} ${url} ${JSON.stringify(headers)} ${body.toString("utf8")}`);
    const { host: _, connection: __, "content-length": ___, ...rest } = headers;
    const answer = await fetch(target + url, {
      method,
      headers: rest as Record<string, string>,
      ...(body.length > 0 && { body }),
    }).catch(() => null);
    // Whoever asks a server that is gone is not answered, here as there.
    if (!answer) {
      response.destroy();
      return;
    }
    const bytes = Buffer.from(await answer.arrayBuffer());
    const kept = [...answer.headers].filter(
      ([name]) => !/^(content|transfer)-encoding$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(kept)).end(bytes);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the eavesdropper has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    heard: () => heard.join("\n"),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
