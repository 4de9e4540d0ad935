import type { OwnAccount } from "../../lib/model/own-account.ts";
import type { Attributes } from "../../lib/model/primitives.ts";
import { KNOWN_ACCOUNTS } from "../accounts/known-attributes.ts";
import type { Principal } from "../auth/access.ts";
import { readIdentityKeys, readVouched } from "../auth/identity.ts";
import { readBundle } from "../bundle/bundle.ts";
import type { Database } from "../db/database.ts";
import { ownGuides } from "./own-guides.ts";

/**
 * Of the account that the token vouches for, the attributes that something published asks for, and how the person
 * stands with the guides they saw: C16 and C18 of docs/spec/sync.md. In staging they saw none, because nothing of it is
 * kept (R62 of docs/spec/delivery.md). Null if the token vouches for nobody now.
 */
export function readOwnAccount(
  db: Database,
  { workspace, environment }: Principal,
  { token, now }: { token: string; now: number },
): Promise<OwnAccount | null> {
  return db.read(workspace, async (sql) => {
    const keys = await readIdentityKeys(sql, workspace);
    const vouched = await readVouched(token, { workspace, keys, at: now });
    if (!vouched) return null;
    const { user, account } = vouched;
    const guides = environment === "staging" ? [] : await ownGuides(sql, workspace, user);
    if (account === null) return { user, account, attributes: {}, guides };
    const { payload } = await readBundle(sql, workspace, environment);
    const [row] = await sql.query<{ traits: Attributes }>(
      `SELECT traits FROM ${KNOWN_ACCOUNTS} k WHERE account_id = $2`,
      [workspace, account],
    );
    const wanted = namesAskedFor(JSON.parse(payload));
    const attributes = Object.entries(row?.traits ?? {}).filter(([name]) => wanted.has(name));
    return { user, account, attributes: Object.fromEntries(attributes), guides };
  });
}

/**
 * Names of account attributes in conditions and variables, wherever they stand in what is published, and `plan` where a
 * feature belongs to plans.
 */
function namesAskedFor(part: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof part !== "object" || part === null) return names;
  const { type, of, name, rules, plans } = part as Record<string, unknown>;
  if (rules !== undefined && plans !== undefined) names.add("plan");
  const asks = (type === "attribute" || type === "variable") && of === "account";
  if (asks && typeof name === "string") names.add(name);
  for (const inner of Object.values(part)) namesAskedFor(inner, names);
  return names;
}
