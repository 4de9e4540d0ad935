import * as z from "zod/mini";
import { Timestamp } from "./primitives.ts";

/** About whom an administrator asks; a device and a person speak for themselves. */
const Of = z.union([
  z.strictObject({ user: z.string().check(z.minLength(1), z.maxLength(200)) }),
  z.strictObject({ device: z.string().check(z.minLength(1), z.maxLength(200)) }),
]);

const iso = z.optional(z.string().check(z.maxLength(40)));

/** The body of `POST /v1/privacy/delete`. */
export const DeletionOrder = z.strictObject({
  of: z.optional(Of),
  /** When the person asked, ISO 8601; default: now. What happened later stays. */
  at: iso,
  /** What the client's clock says on sending, by which `at` is corrected. */
  sentAt: iso,
});

export const DeletionReport = z.object({
  deleted: z.array(z.object({ subject: z.enum(["user", "device"]), events: z.int() })),
});
export type DeletionReport = z.infer<typeof DeletionReport>;

/** The body of `POST /v1/privacy/export`. */
export const ExportOrder = z.strictObject({
  of: z.optional(Of),
  /** `next` of the answer before: the next part of the events. */
  after: z.optional(z.string().check(z.maxLength(1000))),
});

const anyObject = z.record(z.string(), z.unknown());

/** What a server knows of a person or a device; further events follow by `next`. */
export const DataExport = z.object({
  at: Timestamp,
  about: z.array(z.object({ subject: z.enum(["user", "device"]), id: z.string() })),
  users: z.array(anyObject),
  /** What was written of them by hand, the API or files. */
  written: z._default(z.array(anyObject), []),
  devices: z.array(anyObject),
  signals: z.array(anyObject),
  events: z.array(anyObject),
  /** Where others named them; texts that others wrote are told to administrators only. */
  mentions: z._default(z.array(anyObject), []),
  next: z.nullable(z.string()),
});
export type DataExport = z.infer<typeof DataExport>;
