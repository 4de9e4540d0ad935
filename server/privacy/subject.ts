import { createHash } from "node:crypto";

/** About whom something is asked: a person, or what one device sent. */
export interface Subject {
  subject: "user" | "device";
  id: string;
}

/**
 * A name that can be recognised and not read. `anonymous`: what a device sent while nobody was known on it; `email`: an
 * address in lower case; `words`: what was taken out of texts.
 */
export function fingerprint(
  workspace: string,
  subject: Subject["subject"] | "anonymous" | "email" | "words",
  id: string,
): string {
  return createHash("sha256").update(`${workspace}\n${subject}\n${id}`).digest("hex");
}

/** A device is named by the SHA-256 of a secret that it alone has; as `lib/store/new-device.ts` names it. */
export function deviceOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
