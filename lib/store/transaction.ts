import type { IDBPTransaction } from "idb";
import type { Schema } from "./schema.ts";

/** The stores that change with the events of a device. */
export const INGEST_STORES = [
  "meta",
  "bundle",
  "chunks",
  "daily",
  "matchers",
  "runs",
  "showings",
  "outbox",
] as const;
export type IngestTransaction = IDBPTransaction<
  Schema,
  (typeof INGEST_STORES)[number][],
  "readwrite"
>;
