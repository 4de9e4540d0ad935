/** A table in which people of customers may be named by those who wrote it. */
export interface Written {
  /** Its primary key beside the workspace. */
  key: readonly string[];
  /** The column that names the account. */
  account: string | null;
  /** Where they may be named; "json": a text that holds JSON. */
  columns: Readonly<Record<string, "text" | "text[]" | "jsonb" | "json">>;
  /** Rows that speak of colleagues only. */
  except?: string;
  /** Columns that hold ids, kinds and what a workspace calls its own things. */
  plain: readonly string[];
}

/**
 * How an export and a deletion treat everything that can hold a text, table by table: R66 of docs/spec/delivery.md. A
 * test compares it with the schema, so that no table is forgotten.
 */

/** Rows that are a person's or a device's own: they go as a whole, and what is counted of them with them. */
export const OWN_TABLES = [
  "devices",
  "events",
  "experiment_exposures",
  "guide_progress",
  "guide_targets",
  "packed_people",
  "signal_days",
  "signal_values",
  "survey_answers",
  "use_log",
  "user_changes",
  "user_records",
  "users",
] as const;

/** What others wrote: a person is taken out of it. */
export const WRITTEN_TABLES: Readonly<Record<string, Written>> = {
  account_changes: {
    key: ["account_id", "id"],
    account: "account_id",
    columns: { before: "jsonb", before_source: "jsonb", after: "jsonb" },
    plain: ["account_id", "source", "what", "subject"],
    except: "subject = 'owner'",
  },
  account_health: {
    key: ["account_id"],
    account: "account_id",
    columns: { causes: "jsonb" },
    plain: ["account_id", "profile", "band", "risk", "risk_before", "reasons", "scores", "usual"],
  },
  account_imports: {
    key: ["id"],
    account: null,
    columns: { file_name: "text", report: "jsonb" },
    plain: ["subject"],
  },
  account_records: {
    key: ["account_id"],
    account: "account_id",
    columns: {
      name: "text",
      champions: "jsonb",
      goals: "jsonb",
      expectations: "text",
      custom: "jsonb",
      sources: "jsonb",
    },
    plain: [
      ...["account_id", "plan", "modules", "currency", "owner", "vertical", "geography", "size"],
      ...["touch_model", "stage", "churn_kind"],
    ],
  },
  accounts: {
    key: ["account_id"],
    account: "account_id",
    columns: { traits: "jsonb" },
    plain: ["account_id"],
  },
  alerts: {
    key: ["id"],
    account: "account_id",
    columns: { title: "text" },
    plain: ["id", "account_id", "playbook", "level"],
  },
  churn_signals: {
    key: ["id"],
    account: "account_id",
    columns: { name: "text", note: "text", detail: "jsonb" },
    plain: ["id", "account_id", "kind", "level", "source", "key"],
  },
  /** Messages of a person go by `user_id` and `device`; the others tell of accounts. */
  forward_queue: {
    key: ["forward", "received_at", "message_id"],
    account: null,
    columns: { message: "json" },
    plain: ["forward", "message_id", "user_id", "device"],
  },
  playbook_runs: {
    key: ["id"],
    account: "account_id",
    columns: { why: "jsonb", results: "jsonb" },
    plain: ["playbook", "account_id", "body"],
  },
  risk_cases: {
    key: ["id"],
    account: "account_id",
    columns: { cause: "text", plan: "text", people: "jsonb", causes: "jsonb", churn_note: "text" },
    plain: ["account_id", "level", "type", "outcome"],
  },
  tasks: {
    key: ["id"],
    account: "account_id",
    columns: { title: "text", note: "text" },
    plain: ["id", "account_id", "owner", "state", "source", "cause"],
  },
  touches: {
    key: ["id"],
    account: "account_id",
    columns: { people: "text[]", text: "text" },
    plain: ["id", "account_id", "kind", "state", "owner"],
  },
};

/** What says nothing of a customer's people: what a workspace authors and sets, figures of accounts, and fingerprints. */
export const PLAIN_TABLES = [
  "account_feature_days",
  "account_health_days",
  "account_mrr",
  "account_stages",
  "assets",
  "audit_log",
  "bundles",
  "checklist_templates",
  "checklists",
  "credentials",
  "document_acts",
  "document_versions",
  "documents",
  "erasures",
  "forwards",
  "guide_pauses",
  "guide_target_pages",
  "health_definitions",
  "identity_keys",
  "journey_stages",
  "packed_days",
  "playbook_acts",
  "playbook_watches",
  "playbooks",
  "privacy_acts",
  "schema_migrations",
  "signing_keys",
  "workspaces",
] as const;
