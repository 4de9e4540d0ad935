import * as z from "zod/mini";

/** A backup is lines of JSON, packed by gzip: this header, chunks of rows, and an end, without which it is not whole. */
export const BACKUP_FORMAT = "waymark-backup-1";

export const BackupHeader = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** ISO time. */
  at: z.string(),
  /** The newest migration of the database it was taken from. */
  migration: z.int(),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** Rows of a table, each as the database writes it as JSON. */
export const Chunk = z.object({
  table: z.string().check(z.regex(/^[a-z_]+$/)),
  rows: z.array(z.string()),
});
export type Chunk = z.infer<typeof Chunk>;

export const End = z.object({ end: z.literal(true), rows: z.int() });

export class BackupUnusable extends Error {
  constructor(why: string) {
    super(`the backup cannot be used: ${why}`);
    this.name = "BackupUnusable";
  }
}
