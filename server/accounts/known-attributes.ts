import { NAMES } from "./traits.ts";

/** Fields whose values devices may get, by column. Not among them: who the CSM is, and what they pay. */
const COLUMNS = {
  name: "name",
  plan: "plan",
  vertical: "vertical",
  geography: "geography",
  size: "size",
  seats: "seats",
  renewal: "renewal",
  customerSince: "customer_since",
} as const satisfies Partial<Record<keyof typeof NAMES, string>>;

/** What was corrected, or synced, stands under each name by which an app can say it; what became unknown is taken away. */
const SAID_ELSEWHERE = Object.entries(COLUMNS)
  .map(([field, column]) => {
    const pairs = NAMES[field as keyof typeof COLUMNS].map((name) => `'${name}', r.${column}`);
    return `CASE WHEN r.sources->'${field}'->>'source' <> 'app' THEN jsonb_build_object(${pairs.join(", ")})
      ELSE '{}' END`;
  })
  .join("\n || ");

/**
 * A relation of all accounts of the workspace `$1`, with their attributes as guides and segments ask for them (C16 of
 * docs/spec/sync.md): what apps say, above it what is known better, and above that attributes of the workspace's own.
 */
export const KNOWN_ACCOUNTS = `(
  SELECT r.account_id, jsonb_strip_nulls(coalesce(a.traits, '{}') || CASE WHEN r.archived_at IS NULL
    THEN ${SAID_ELSEWHERE} || r.custom ELSE '{}' END) AS traits
  FROM account_records r
    LEFT JOIN accounts a ON a.workspace_id = r.workspace_id AND a.account_id = r.account_id
  WHERE r.workspace_id = $1::uuid)`;
