import { createServer } from "node:net";
import { expect, it } from "vitest";
import { causeOf } from "./cause.ts";
import { createGuard } from "./guard.ts";
import { networksOf } from "./networks.ts";
import { createSend } from "./send.ts";

const fault = (code: string, more: object = {}) =>
  Object.assign(new Error("secret"), { code, ...more });

it.each([
  [fault("ENOTFOUND"), "name of the host is not known"],
  [fault("CERT_HAS_EXPIRED"), "has expired"],
  [fault("DEPTH_ZERO_SELF_SIGNED_CERT"), "authority"],
  [fault("ERR_SSL_WRONG_VERSION_NUMBER"), "TLS"],
  [fault("HPE_INVALID_CONSTANT"), "no HTTP"],
  [fault("ESOCKET", { message: "connect ECONNREFUSED 10.1.2.3:25" }), "nothing listens"],
  [new AggregateError([fault("EHOSTUNREACH")]), "no way to the host"],
  [fault("ENEWONE"), "(ENEWONE)"],
  [fault("has a secret"), "did not answer"],
  [undefined, "did not answer"],
])("R70: %s is told in words, and nothing of what was sent or where", (error, words) => {
  expect(causeOf(error)).toContain(words);
  expect(causeOf(error)).not.toMatch(/secret|10\.1/);
});

it("R70: what Node says of real connections is understood", async () => {
  const ending = new AbortController();
  const send = createSend(
    createGuard(networksOf(["127.0.0.0/8"]), async () => []),
    ending.signal,
  );
  const silent = createServer();
  const rude = createServer((socket) => socket.resume().end("no\n"));
  const portOf = (server: typeof silent) =>
    new Promise<number>((resolve) =>
      server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
    );
  const why = async (url: string, signal = ending.signal) =>
    send(url, { method: "POST", body: "{}", headers: {}, signal }).then(() => "", causeOf);
  const [silentPort, rudePort] = [await portOf(silent), await portOf(rude)];
  expect(await why(`http://127.0.0.1:${rudePort}/`)).toContain("no HTTP");
  expect(await why(`https://127.0.0.1:${rudePort}/`)).toMatch(/TLS|cut/);
  const late = why(`http://127.0.0.1:${silentPort}/`, AbortSignal.timeout(20));
  expect(await late).toBe("No answer in time.");
  await new Promise((resolve) => rude.close(resolve));
  expect(await why(`http://127.0.0.1:${rudePort}/`)).toContain("nothing listens");
  ending.abort();
  silent.close();
});
