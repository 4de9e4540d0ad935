import * as z from "zod/mini";
import { AccountOutcome } from "./account.ts";
import { Currency } from "./money.ts";
import { ToldProblem } from "./problem.ts";

export const CsvEncoding = z.enum(["utf-8", "utf-16le", "windows-1251", "windows-1252"]);
export type CsvEncoding = z.infer<typeof CsvEncoding>;

export const CsvDelimiter = z.enum([",", ";", "\t", "|"]);
export type CsvDelimiter = z.infer<typeof CsvDelimiter>;

/** In which order a date without the name of its month is written: 31.12.2026 or 12/31/2026. */
export const DateOrder = z.enum(["dmy", "mdy"]);
export type DateOrder = z.infer<typeof DateOrder>;

/** What the rows of a file are. */
export const ImportSubject = z.enum(["accounts", "users"]);
export type ImportSubject = z.infer<typeof ImportSubject>;

/** A file of accounts or people, with what is to be read otherwise than it would be guessed. */
export const ImportOrder = z.strictObject({
  of: z._default(ImportSubject, "accounts"),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** The bytes of the file, in base64. */
  data: z.base64(),
  encoding: z.optional(CsvEncoding),
  delimiter: z.optional(CsvDelimiter),
  /**
   * What the columns are, one after the other: "id", a field of accounts, "arr", "championName", "championEmail",
   * "custom.NAME", or null for one that is left out. Of people: "id", "name", "email", "role", "account", "champion", or null.
   */
  columns: z.optional(
    z.array(z.nullable(z.string().check(z.maxLength(80)))).check(z.maxLength(200)),
  ),
  dates: z.optional(DateOrder),
  /** Of amounts that name none. */
  currency: z.optional(Currency),
  /** Whether what people corrected is taken back. */
  overwrite: z.optional(z.boolean()),
});
export type ImportOrder = z.infer<typeof ImportOrder>;

const count = z.int().check(z.nonnegative());
const counts = { made: count, changed: count, unchanged: count, refused: count };

/** What became, or would become, of a row. */
export const ImportedRow = z.object({ ...AccountOutcome.shape, line: count });
export type ImportedRow = z.infer<typeof ImportedRow>;

/** What an import would do, and how the file was read. */
export const ImportPreview = z.object({
  encoding: CsvEncoding,
  delimiter: CsvDelimiter,
  columns: z.array(
    z.object({ name: z.string(), field: z.nullable(z.string()), samples: z.array(z.string()) }),
  ),
  /** null: no date needs it. "?": it cannot be told, so `dates` has to be named. */
  dates: z.nullable(z.enum(["dmy", "mdy", "?"])),
  /** What has to be mended about the columns before any row can be read. */
  problems: z.array(ToldProblem),
  ...counts,
  /** Rows that say otherwise than what a person corrected. */
  held: count,
  /** Those that are refused, and then others, 200 at most. */
  rows: z.array(ImportedRow),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

const summary = {
  id: z.uuid(),
  of: ImportSubject,
  name: z.string(),
  at: z.int(),
  /** The name of the key or token. */
  by: z.string(),
  ...counts,
  undoneAt: z.nullable(z.int()),
};

export const AccountImport = z.object({ ...summary, rows: z.array(ImportedRow) });
export type AccountImport = z.infer<typeof AccountImport>;

/** Newest first, 100 at most. */
export const AccountImports = z.object({ items: z.array(z.object(summary)) });
export type AccountImports = z.infer<typeof AccountImports>;

/** What undoing an import did: fields that were changed again since stay as they are. */
export const ImportUndone = z.object({ restored: count, archived: count, kept: count });
export type ImportUndone = z.infer<typeof ImportUndone>;
