import type { WireMessage } from "../../model/wire.ts";

export type Kind = "good" | "rejected" | "poison" | "huge";

/** Which message is which; the server knows, the client does not. */
export const kindOf = (id: string) => id.split("-")[0] as Kind;

/** A server with an idempotent set of messages behind a network that fails in every way it can. */
export class FakeServer {
  /** Messages that took effect, as received. */
  readonly effects = new Map<string, string>();
  readonly violations: string[] = [];
  faulty = true;
  readonly #random: () => number;
  readonly #now: () => number;
  readonly #bodyLimit: number;

  constructor(random: () => number, now: () => number) {
    this.#random = random;
    this.#now = now;
    this.#bodyLimit = 1500 + Math.floor(random() * 4000);
  }

  async answer(body: string): Promise<Response> {
    for (let turns = this.#random() * 4; turns > 0; turns--) await undefined;
    if (!this.faulty || this.#random() < 0.4) return this.#take(body);
    switch (Math.floor(this.#random() * 9)) {
      case 0:
        throw new TypeError("connection refused");
      case 1:
        this.#take(body);
        throw new TypeError("connection reset after the request arrived");
      case 2:
        this.#take(body);
        return this.#take(body);
      case 3:
        return this.#busy(429);
      case 4:
        this.#take(body);
        return this.#busy(503);
      case 5:
        return new Response((await this.#take(body).text()).slice(0, -5));
      case 6:
        return new Response("<!doctype html><title>Sign in to the Wi-Fi</title>");
      case 7:
        return new Response('{"error":{"code":"forbidden","message":"no"}}', { status: 401 });
      default:
        return this.#take(body, this.#random());
    }
  }

  #busy(status: number): Response {
    const later = Math.floor(this.#random() * 90);
    const values = [`${later}`, new Date(this.#now() + later * 1000).toUTCString(), "soon", "-5"];
    const value = values[Math.floor(this.#random() * 6)];
    return new Response("busy", { status, headers: value ? { "Retry-After": value } : {} });
  }

  /** Takes the batch, or only the given share of it from the front. */
  #take(body: string, share = 1): Response {
    if (body.length > this.#bodyLimit) return new Response("too large", { status: 413 });
    const { batch } = JSON.parse(body) as { batch: WireMessage[] };
    if (batch.some(({ messageId }) => kindOf(messageId ?? "") === "poison")) {
      return new Response('{"error":{"code":"invalid","message":"bad batch"}}', { status: 400 });
    }
    const results = batch.slice(0, Math.ceil(batch.length * share)).map((message) => {
      const messageId = message.messageId ?? "";
      if (kindOf(messageId) === "rejected") return { messageId, status: "rejected", reason: "bad" };
      const text = JSON.stringify(message);
      const known = this.effects.get(messageId);
      if (known !== undefined && known !== text) this.violations.push(`${messageId} changed`);
      this.effects.set(messageId, text);
      return { messageId, status: known === undefined ? "accepted" : "duplicate" };
    });
    return new Response(JSON.stringify({ success: true, results }));
  }
}
