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
