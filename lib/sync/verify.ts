import {
  BUNDLE_FORMAT,
  Bundle,
  type BundleKey,
  type SignedBundle,
  type WorkspaceInfo,
} from "../model/bundle.ts";
import { explain, parse, type Result } from "../model/parse.ts";
import { bytesOfBase64 } from "./base64.ts";

/** What this device was told when it was connected, and holds on to. */
export interface Pinned
  extends Pick<WorkspaceInfo, "workspace" | "environment" | "keyId" | "publicKey"> {
  /** The key that the last bundle announced as the next one. */
  nextKey?: BundleKey | undefined;
}

/**
 * The bundle, once it is sure that `key` signed exactly these bytes. Nothing in the payload is looked at before. The error
 * says in words why it is refused.
 */
export async function verifyBundle(
  { payload, signature }: SignedBundle,
  key: BundleKey,
  pinned: Pinned,
): Promise<Result<Bundle, string>> {
  try {
    if (!(await isSignedBy(key.publicKey, signature, payload))) {
      return refuse("The bundle's signature is wrong: it was not made by this workspace.");
    }
  } catch {
    return refuse("This browser cannot check Ed25519 signatures. Update it.");
  }
  return readBundle(payload, pinned);
}

/** Throws where the browser does not know Ed25519. */
export async function isSignedBy(
  publicKey: string,
  signature: string,
  payload: string,
): Promise<boolean> {
  const key = bytesOfBase64(publicKey);
  const proof = bytesOfBase64(signature);
  if (key?.length !== 32 || proof?.length !== 64) return false;
  const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, proof, new TextEncoder().encode(payload));
}

function readBundle(payload: string, pinned: Pinned): Result<Bundle, string> {
  let input: unknown;
  try {
    input = JSON.parse(payload);
  } catch {
    return refuse("The bundle is not JSON.");
  }
  const format = (input as { format?: unknown } | null)?.format;
  if (typeof format === "number" && format > BUNDLE_FORMAT) {
    return refuse(`The bundle has format ${format}, which needs a newer version of Waymark.`);
  }
  const bundle = parse(Bundle, input);
  if (!bundle.ok) {
    return refuse(`The bundle does not fit its schema. ${explain(bundle.error.slice(0, 3))}`);
  }
  const { workspace, environment } = bundle.value;
  if (workspace !== pinned.workspace) return refuse("The bundle is of another workspace.");
  if (environment !== (pinned.environment ?? "production")) {
    return refuse("The bundle is of another environment than this device is connected to.");
  }
  return bundle;
}

function refuse(error: string): { ok: false; error: string } {
  return { ok: false, error };
}
