import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: unknown;
}

/** Something that takes what is posted to it over HTTP, and answers as it is told. */
export interface Collector {
  url: string;
  requests: Received[];
  /** Status and headers for the next requests; the last one stays. */
  answers: { status: number; headers?: Record<string, string> }[];
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const requests: Received[] = [];
  const collector = { requests, answers: [{ status: 200 }] } as unknown as Collector;
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request);
    const text = Buffer.concat(chunks as Buffer[]).toString();
    requests.push({
      path: request.url ?? "",
      headers: request.headers,
      text,
      body: JSON.parse(text),
    });
    const { answers } = collector;
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    response.writeHead(answer?.status ?? 200, answer?.headers).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  collector.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  collector.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return collector;
}
