import type { Sequence } from "../../lib/model/sequence.ts";

/** Answers of ClickHouse, relative to the repository. */
export const STORED = "test/fixtures/oracle.json";

export interface Stored {
  /** Versions that answered. */
  clickhouse: string[];
  /** By log. */
  cases: { mode: string; definition: Sequence; answers: Record<string, number> }[];
}
