import type { Principal } from "../auth/access.ts";
import { readIdentityKeys, readVouched } from "../auth/identity.ts";
import type { Database } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { deviceOf, type Subject } from "./subject.ts";

export type Proven = Subject & { proof: "identity" | "device" | "admin" };

const WHO =
  "Say about whom: the device's secret in Waymark-Device, the person's token in Waymark-Identity, or, as an administrator, a user or a device in `of`.";

/** A deletion that was asked for without a network is believed for so long. */
const PATIENCE_MS = 30 * 86_400_000;

/**
 * For whom this request may speak, at least one (R38): a device for itself by its secret (`Waymark-Device`), a person
 * for themselves by a token that was valid when they asked (`Waymark-Identity`), an administrator for anybody.
 */
export async function readProof(
  db: Database,
  principal: Principal,
  request: Request,
  asked: { subject: Subject | undefined; at: number; now: number },
): Promise<Proven[]> {
  const { subject } = asked;
  if (subject && principal.role === "admin") return [{ ...subject, proof: "admin" }];
  if (subject) throw new ApiError(403, "forbidden", "Only administrators may ask about others.");
  const secret = request.headers.get("waymark-device");
  const token = request.headers.get("waymark-identity");
  if (!secret && !token) throw new ApiError(400, "bad_request", WHO);
  const user = token && (await userOf(db, principal.workspace, token, asked));
  const proven: Proven[] = [
    ...(secret ? [{ subject: "device", id: deviceOf(secret), proof: "device" } as const] : []),
    ...(user ? [{ subject: "user", id: user, proof: "identity" } as const] : []),
  ];
  if (proven.length === 0) {
    throw new ApiError(403, "forbidden", "Waymark-Identity is no token that was valid then.");
  }
  return proven;
}

async function userOf(
  db: Database,
  workspace: string,
  token: string,
  { at, now }: { at: number; now: number },
): Promise<string | undefined> {
  if (now - at > PATIENCE_MS) return undefined;
  const keys = await db.transaction(workspace, (sql) => readIdentityKeys(sql, workspace));
  return (await readVouched(token, { workspace, keys, at }))?.user;
}
