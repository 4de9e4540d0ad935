import type { ValueOrigin, ValueSource } from "../../lib/model/account-value.ts";

/** Values by field; of attributes of the workspace's own, by "custom.NAME". What is not there is not known. */
export type Values = Readonly<Record<string, unknown>>;
export type Sources = Readonly<Record<string, ValueSource>>;

/** What is known of an account, and where it came from. */
export interface AccountRecord {
  values: Values;
  sources: Sources;
}

/** Who says something, and when (epoch ms). */
export interface Saying {
  source: ValueOrigin;
  at: number;
  /** Credential; null where the app says it. */
  by: string | null;
  /** A sync that takes back what a person corrected, and says so. */
  overwrite: boolean;
  /** The import it comes with. */
  import: string | null;
}

export interface Change {
  field: string;
  before: unknown;
  beforeSource: ValueSource | null;
  after: unknown;
}

export const EMPTY_RECORD: AccountRecord = { values: {}, sources: {} };
