import type { ValueSource } from "../../lib/model/account-value.ts";
import type { AccountRecord } from "./record.ts";

/** Fields that have one column, with its name and type. `mrr` has three, `custom` is one for many. */
const PLAIN = [
  ["name", "name", "text"],
  ["plan", "plan", "text"],
  ["modules", "modules", "text[]"],
  ["seats", "seats", "int"],
  ["customerSince", "customer_since", "date"],
  ["contractStart", "contract_start", "date"],
  ["contractEnd", "contract_end", "date"],
  ["renewal", "renewal", "date"],
  ["owner", "owner", "text"],
  ["vertical", "vertical", "text"],
  ["geography", "geography", "text"],
  ["size", "size", "text"],
  ["touchModel", "touch_model", "text"],
  ["champions", "champions", "jsonb"],
  ["goals", "goals", "jsonb"],
  ["expectations", "expectations", "text"],
  ["stage", "stage", "text"],
  ["churnedOn", "churned_on", "date"],
  ["churnKind", "churn_kind", "text"],
] as const;

const OTHERS = [
  ["mrr_minor", "bigint"],
  ["currency", "text"],
  ["mrr_since", "date"],
  ["stage_since", "date"],
  ["custom", "jsonb"],
  ["sources", "jsonb"],
  ["created_at", "timestamptz"],
  ["updated_at", "timestamptz"],
] as const;

/** Columns that hold a list and are never NULL. */
const LISTS = new Set(["modules", "champions", "goals"]);

const NAMES = [...PLAIN.map(([, column]) => column), ...OTHERS.map(([column]) => column)];

export const ROW_COLUMNS = ["account_id", ...NAMES].join(", ");

const TYPED = [
  "account_id text",
  ...PLAIN.map(([, column, type]) => `${column} ${type}`),
  ...OTHERS.map(([column, type]) => `${column} ${type}`),
].join(", ");

/** Writes whole records. `$1` the workspace, `$2` rows of `toRow`. */
export const WRITE_RECORDS = `
  INSERT INTO account_records (workspace_id, ${ROW_COLUMNS})
  SELECT $1::uuid, ${ROW_COLUMNS} FROM jsonb_to_recordset($2::jsonb) AS r (${TYPED})
  ON CONFLICT (workspace_id, account_id) DO UPDATE SET
    ${NAMES.filter((name) => name !== "created_at")
      .map((name) => `${name} = excluded.${name}`)
      .join(", ")}, archived_at = NULL`;

export type RecordRow = Record<string, unknown> & {
  account_id: string;
  mrr_minor: number | null;
  currency: string | null;
  mrr_since: string | null;
  stage_since: string | null;
  custom: Record<string, unknown>;
  sources: Record<string, ValueSource>;
};

export function fromRow(row: RecordRow): AccountRecord {
  const values: Record<string, unknown> = {};
  for (const [field, column] of PLAIN) {
    const value = row[column];
    if (value !== null && !(Array.isArray(value) && value.length === 0)) values[field] = value;
  }
  if (row.mrr_minor !== null) {
    values.mrr = { minor: row.mrr_minor, currency: row.currency, since: row.mrr_since };
  }
  for (const [name, value] of Object.entries(row.custom)) values[`custom.${name}`] = value;
  return { values, sources: row.sources };
}

export interface RowMeta {
  id: string;
  stageSince: string | null;
  /** ISO times. */
  createdAt: string;
  updatedAt: string;
}

export function toRow({ values, sources }: AccountRecord, meta: RowMeta): Record<string, unknown> {
  const mrr = values.mrr as { minor: number; currency: string; since: string } | undefined;
  const custom = Object.entries(values).flatMap(([field, value]) =>
    field.startsWith("custom.") ? [[field.slice("custom.".length), value]] : [],
  );
  return {
    account_id: meta.id,
    ...Object.fromEntries(
      PLAIN.map(([field, column]) => [column, values[field] ?? (LISTS.has(column) ? [] : null)]),
    ),
    mrr_minor: mrr?.minor ?? null,
    currency: mrr?.currency ?? null,
    mrr_since: mrr?.since ?? null,
    stage_since: meta.stageSince,
    custom: Object.fromEntries(custom),
    sources,
    created_at: meta.createdAt,
    updated_at: meta.updatedAt,
  };
}
