/** One row of an answer. Times come as epoch milliseconds, big integers as numbers, days as "YYYY-MM-DD". */
export type Row = Record<string, unknown>;

/** With its parameters. */
export type Statement = readonly [text: string, params: readonly unknown[]];

export interface Sql {
  /**
   * One statement with `$1` parameters. Statements are run in the order in which they are asked, so whoever asks several
   * need not wait between them: they travel together. Where one fails, those after it do too.
   */
  query<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R[]>;
}

/** The connection of the schema's owner. */
export interface OwnerSql extends Sql {
  /** Several statements without parameters. */
  run(script: string): Promise<void>;
}

/**
 * What the server needs of PostgreSQL, embedded or not: the same migrations and queries run on both.
 * Nothing reads or writes outside a transaction, and none is held open over anything but queries.
 */
export interface Database {
  readonly engine: "embedded" | "postgres";
  /**
   * Runs `work` as the application's role, to which only the rows of this workspace exist. It need not wait for its last
   * statements: if any fails, so does the transaction.
   * With null it runs as the gate's role, which may only look up credentials and which workspaces there are.
   */
  transaction<T>(workspace: string | null, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** The same for questions: however many statements ask, they see one moment, and none can write. */
  read<T>(workspace: string, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** The same as the role that deletes what belongs to people, and can do little else. */
  erase<T>(workspace: string, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** A transaction of the schema's owner: migrations, and checks of the catalogue. */
  maintain<T>(work: (sql: OwnerSql) => Promise<T>): Promise<T>;
  /** Makes the room of deleted rows of a table free again; absent where the database does that by itself. */
  vacuum?(table: string): Promise<void>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export const APP_ROLE = "waymark_app";
export const GATE_ROLE = "waymark_gate";
export const ERASER_ROLE = "waymark_eraser";

/** Begins a transaction that sees one moment and writes nothing. */
export const READ_ONLY = "ISOLATION LEVEL REPEATABLE READ READ ONLY";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The statements that put a transaction into its role; `workspace` is checked, because it becomes part of the text. */
export function enterRole(workspace: string | null, role = APP_ROLE): string {
  if (workspace === null) return `SET LOCAL ROLE ${GATE_ROLE}`;
  if (!UUID.test(workspace)) throw new TypeError("a workspace is named by its UUID");
  return `SET LOCAL ROLE ${role}; SET LOCAL app.workspace = '${workspace}'`;
}
