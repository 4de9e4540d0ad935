import * as z from "zod/mini";

/** What somebody did. */
export const AuditEntry = z.object({
  /** UUIDv7: in the order in which things were done. */
  id: z.uuid(),
  at: z.int(),
  /** The credential that was used, and its name. */
  by: z.uuid(),
  name: z.nullable(z.string()),
  method: z.string(),
  /** The pattern of the route, such as "/v1/tokens/:id". */
  route: z.string(),
  /** With what, by its id; null where that would name a person. */
  subject: z.nullable(z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditLog = z.object({ items: z.array(AuditEntry), next: z.nullable(z.string()) });
export type AuditLog = z.infer<typeof AuditLog>;

/** What can be asked for apart, and the first words of the routes that belong to it. */
const KINDS = {
  content: ["features", "signals", "guides", "segments", "experiments", "assets"],
  customers: [
    ...["accounts", "journey", "tasks", "checklists", "imports", "users", "health"],
    ...["churn-signals", "risk-cases"],
  ],
  playbooks: ["playbooks", "alerts"],
  access: ["tokens", "write-keys", "identity-keys", "signing-keys"],
  settings: ["settings", "forwards", "privacy"],
} as const;
export type AuditKind = keyof typeof KINDS;
export const AUDIT_KINDS = Object.keys(KINDS) as AuditKind[];
export const AuditKind = z.enum(["content", "customers", "playbooks", "access", "settings"]);

/** A regular expression, of JavaScript and PostgreSQL alike, for the routes of a kind. */
export function routesOf(kind: AuditKind): string {
  return `^/v1/(${KINDS[kind].join("|")})(/|$)`;
}

/** What was done, in parts that can be put into words: "PUT /v1/settings/theme" is `theme` and `changed`. */
export function partsOf({ method, route }: Pick<AuditEntry, "method" | "route">): {
  thing: string;
  act: string;
} {
  const [first = "", ...rest] = route.split("/").slice(2);
  const words = rest.filter((part) => !part.startsWith(":"));
  const isSetting = first === "settings";
  const thing = isSetting ? `settings.${words.shift() ?? ""}` : first;
  const isReplaced = first === "signing-keys" && method === "POST";
  return { thing, act: words.at(-1) ?? (isReplaced ? "replaced" : (ACTS[method] ?? "")) };
}

const ACTS: Readonly<Record<string, string>> = { PUT: "changed", POST: "added", DELETE: "removed" };
