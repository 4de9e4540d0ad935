import { BUNDLE_FORMAT, type Bundle, type SignedBundle } from "../../lib/model/bundle.ts";
import { assetsFor } from "../assets/store.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { currentPauses } from "../drift/pauses.ts";
import { sign } from "./signing.ts";

interface Workspace {
  revision: number;
  environment: Bundle["environment"];
  sync_events: Bundle["sync"]["events"];
  consent: NonNullable<Bundle["consent"]>;
  /** JSON text. */
  theme: string | null;
}

/** The workspace's revision. Until the transaction ends nobody else can publish in it. */
export async function lockRevision(sql: Sql, workspace: string): Promise<number> {
  return (await readWorkspace(sql, workspace, "FOR UPDATE")).revision;
}

/** Counts the revision up and builds and signs the bundle that goes with it; answers with the new revision. */
export async function renewBundle(sql: Sql, workspace: string, at: number): Promise<number> {
  await sql.query("UPDATE workspaces SET revision = revision + 1 WHERE id = $1", [workspace]);
  const { revision, environment, sync_events, consent, theme } = await readWorkspace(
    sql,
    workspace,
    "",
  );
  const published = await readPublished(sql, workspace);
  const of = (kind: (typeof published)[number]["kind"]) =>
    published
      .filter((document) => document.kind === kind)
      .map(({ version, body }) => ({ version, body })) as never[];
  const guides = of("guides") as Bundle["guides"];
  const since = await firstPublished(sql, workspace);
  const pauses = new Map(
    (await currentPauses(sql, workspace)).map(({ guide, pausedAt }) => [guide, pausedAt]),
  );
  const bundle: Bundle = {
    format: BUNDLE_FORMAT,
    workspace,
    environment,
    revision,
    publishedAt: at,
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
  const { signature, keyId } = await sign(sql, workspace, payload);
  await sql.query(
    `INSERT INTO bundles (workspace_id, revision, payload, signature, key_id)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (workspace_id) DO UPDATE SET
       revision = excluded.revision, payload = excluded.payload,
       signature = excluded.signature, key_id = excluded.key_id`,
    [workspace, revision, payload, signature, keyId],
  );
  return revision;
}

/** When each guide was published for the first time, epoch ms. */
async function firstPublished(sql: Sql, workspace: string): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; at: number }>(
    `SELECT id, published_at AS at FROM document_versions
     WHERE workspace_id = $1 AND kind = 'guides' AND version = 1`,
    [workspace],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** The newest bundle: the same bytes for every device until the next publication. */
export async function readBundle(
  sql: Sql,
  workspace: string,
): Promise<SignedBundle & { revision: number }> {
  const [row] = await sql.query<SignedBundle & { revision: number }>(
    `SELECT revision, payload, signature, key_id AS "keyId" FROM bundles WHERE workspace_id = $1`,
    [workspace],
  );
  if (!row) throw new Error("a workspace without bundle");
  return row;
}

async function readWorkspace(sql: Sql, workspace: string, lock: string): Promise<Workspace> {
  const [row] = await sql.query<Workspace>(
    `SELECT revision, environment, sync_events, consent, theme FROM workspaces WHERE id = $1 ${lock}`,
    [workspace],
  );
  if (!row) throw new Error("a credential of a workspace that is not there");
  return row;
}
