import { uuidv7 } from "uuidv7";
import type { Device } from "./meta.ts";

/**
 * A device that nobody has seen before. Its name is the SHA-256 of its secret, so that showing the secret proves who is
 * asking, without anything having been agreed before: R38 of docs/spec/delivery.md.
 */
export async function newDevice(): Promise<Device> {
  const secret = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return { id: base64Url(new Uint8Array(hash)), secret, generation: uuidv7(), seq: 0 };
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
