import { createHmac } from "node:crypto";
import type { Packed } from "./adapters/adapter.ts";

/**
 * A request with its signature, as Standard Webhooks 1.0.0 writes it: HMAC-SHA256 of "id.seconds.body", one for each
 * secret. The receiver compares it, refuses what is old, and knows a request that comes again by its id. `at`: epoch ms.
 */
export function signed(packed: Packed, secrets: readonly string[], at: number): Packed {
  const id = packed.items[0]?.id ?? "";
  const seconds = String(Math.floor(at / 1000));
  const signatures = secrets.map((secret) => {
    const code = createHmac("sha256", secret).update(`${id}.${seconds}.${packed.body}`);
    return `v1,${code.digest("base64")}`;
  });
  return {
    ...packed,
    headers: {
      ...packed.headers,
      "webhook-id": id,
      "webhook-timestamp": seconds,
      "webhook-signature": signatures.join(" "),
    },
  };
}
