import { BUNDLE_FORMAT, type Bundle, type SignedBundle } from "../../lib/model/bundle.ts";
import type { Environment } from "../../lib/model/environment.ts";
import { assetsFor } from "../assets/store.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { currentPauses } from "../drift/pauses.ts";
import { ensureKeys, sign } from "./signing.ts";

interface Workspace {
  sync_events: Bundle["sync"]["events"];
  consent: NonNullable<Bundle["consent"]>;
  /** JSON text. */
  theme: string | null;
}

/** The environment's revision. Until the transaction ends nobody else can publish in the workspace. */
export async function lockRevision(
  sql: Sql,
  workspace: string,
  environment: Environment = "production",
): Promise<number> {
  await lockWorkspace(sql, workspace);
  return revisionOf(sql, workspace, environment);
}

/** What changed concerns all environments: each that has a bundle gets a new one. */
export async function renewBundles(sql: Sql, workspace: string, at: number): Promise<void> {
  await renewBundle(sql, workspace, "production", at);
  if ((await revisionOf(sql, workspace, "staging")) > 0) {
    await renewBundle(sql, workspace, "staging", at);
  }
}

/** Who is let into an environment finds a bundle there. */
export async function ensureBundle(
  sql: Sql,
  workspace: string,
  environment: Environment,
  at: number,
): Promise<void> {
  if ((await lockRevision(sql, workspace, environment)) === 0) {
    await renewBundle(sql, workspace, environment, at);
  }
}

/** Counts the environment's revision up and builds and signs the bundle that goes with it; answers with the new revision. */
export async function renewBundle(
  sql: Sql,
  workspace: string,
  environment: Environment,
  at: number,
): Promise<number> {
  const { sync_events, consent, theme } = await lockWorkspace(sql, workspace);
  const revision = (await revisionOf(sql, workspace, environment)) + 1;
  const published = await readPublished(sql, workspace, environment);
  const of = (kind: (typeof published)[number]["kind"]) =>
    published
      .filter((document) => document.kind === kind)
      .map(({ version, body }) => ({ version, body })) as never[];
  const guides = of("guides") as Bundle["guides"];
  const since = await firstPublished(sql, workspace, environment);
  // What people miss in production says nothing about the pages of staging.
  const paused = environment === "production" ? await currentPauses(sql, workspace) : [];
  const pauses = new Map(paused.map(({ guide, pausedAt }) => [guide, pausedAt]));
  const keys = await ensureKeys(sql, workspace, at);
  const { keyId, publicKey } = keys.announced;
  const bundle: Bundle = {
    format: BUNDLE_FORMAT,
    workspace,
    environment,
    revision,
    publishedAt: at,
    nextKey: { keyId, publicKey },
    sync: { events: sync_events },
    consent,
    ...(theme !== null && { theme: JSON.parse(theme) as NonNullable<Bundle["theme"]> }),
    features: of("features"),
    signals: of("signals"),
    guides: guides.map((guide) => {
      const pausedAt = pauses.get(guide.body.id);
      return {
        ...guide,
        publishedAt: since.get(guide.body.id) ?? at,
        ...(pausedAt !== undefined && { pausedAt }),
      };
    }),
    segments: of("segments"),
    experiments: of("experiments"),
    assets: await assetsFor(
      sql,
      workspace,
      guides.map(({ body }) => body),
    ),
  };
  const payload = JSON.stringify(bundle);
  await sql.query(
    `INSERT INTO bundles (workspace_id, environment, revision, payload, signature, key_id)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (workspace_id, environment) DO UPDATE SET
       revision = excluded.revision, payload = excluded.payload,
       signature = excluded.signature, key_id = excluded.key_id`,
    [workspace, environment, revision, payload, sign(keys.signs, payload), keys.signs.keyId],
  );
  return revision;
}

/** When each guide was published in the environment for the first time, epoch ms. */
async function firstPublished(
  sql: Sql,
  workspace: string,
  environment: Environment,
): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; at: number }>(
    `SELECT id, min(at) AS at FROM document_acts
     WHERE workspace_id = $1 AND kind = 'guides' AND act = 'published' AND environment = $2 GROUP BY id`,
    [workspace, environment],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** The newest bundle: the same bytes for every device of the environment until the next publication. */
export async function readBundle(
  sql: Sql,
  workspace: string,
  environment: Environment,
): Promise<SignedBundle & { revision: number }> {
  const [row] = await sql.query<SignedBundle & { revision: number }>(
    `SELECT revision, payload, signature, key_id AS "keyId" FROM bundles
     WHERE workspace_id = $1 AND environment = $2`,
    [workspace, environment],
  );
  if (!row) throw new Error("a key of an environment without bundle");
  return row;
}

/** 0 before the first bundle. */
async function revisionOf(sql: Sql, workspace: string, environment: Environment): Promise<number> {
  const [row] = await sql.query<{ revision: number }>(
    "SELECT revision FROM bundles WHERE workspace_id = $1 AND environment = $2",
    [workspace, environment],
  );
  return row?.revision ?? 0;
}

/** Until the transaction ends nobody else publishes in it. */
export async function lockWorkspace(sql: Sql, workspace: string): Promise<Workspace> {
  const [row] = await sql.query<Workspace>(
    "SELECT sync_events, consent, theme FROM workspaces WHERE id = $1 FOR UPDATE",
    [workspace],
  );
  if (!row) throw new Error("a credential of a workspace that is not there");
  return row;
}
