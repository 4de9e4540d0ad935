import { createHash } from "node:crypto";
import { ASSET_LIMITS, type Asset, assetsOf } from "../../lib/model/asset.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { Problem } from "../../lib/model/parse.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, notFound } from "../http/errors.ts";
import { inspect, looksLikeMarkup } from "./inspect.ts";

const COLUMNS = "asset, type, width, height, length(content) AS bytes";

/** Keeps a picture. The same bytes again are the same asset, and nothing new. */
export async function keepAsset(
  sql: Sql,
  workspace: string,
  content: Buffer,
  { at, by }: { at: number; by: string },
): Promise<Asset & { created: boolean }> {
  const { type, width, height } = check(content);
  const asset = createHash("sha256").update(content).digest("hex");
  const rows = await sql.query(
    `INSERT INTO assets (workspace_id, asset, type, width, height, content, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING asset`,
    [workspace, asset, type, width, height, content, new Date(at).toISOString(), by],
  );
  return { asset, type, width, height, bytes: content.length, created: rows.length > 0 };
}

/** The size of the body is the route's limit; what is in it is judged here, and refused in words. */
function check(content: Buffer) {
  const picture = inspect(content);
  if (!picture) {
    throw refused(
      looksLikeMarkup(content)
        ? "SVG and other markup is refused, because it can carry scripts. Send it as PNG or WebP."
        : "These bytes are no picture that is known here. PNG, JPEG, WebP and GIF are.",
    );
  }
  const { width, height } = picture;
  if (Math.max(width, height) > ASSET_LIMITS.side || width * height > ASSET_LIMITS.pixels) {
    const allowed = `${ASSET_LIMITS.side} pixels a side and ${ASSET_LIMITS.pixels / 1e6} megapixels in all`;
    throw refused(`The picture has ${width} × ${height} pixels. At most ${allowed} are allowed.`);
  }
  return picture;
}

function refused(message: string): ApiError {
  return new ApiError(415, "unsupported_media", message);
}

export async function listAssets(sql: Sql, workspace: string): Promise<Asset[]> {
  return sql.query<Asset>(
    `SELECT ${COLUMNS} FROM assets WHERE workspace_id = $1 ORDER BY created_at DESC, asset`,
    [workspace],
  );
}

export async function readAsset(
  sql: Sql,
  workspace: string,
  asset: string,
): Promise<{ type: string; content: Uint8Array }> {
  const [row] = await sql.query<{ type: string; content: Uint8Array }>(
    "SELECT type, content FROM assets WHERE workspace_id = $1 AND asset = $2",
    [workspace, asset],
  );
  if (!row) throw notFound(`asset "${asset.slice(0, 64)}"`);
  return row;
}

/** Pictures of a guide that were never sent. */
export async function missingAssets(sql: Sql, workspace: string, guide: Guide): Promise<Problem[]> {
  const known = new Set((await assetsFor(sql, workspace, [guide])).map(({ asset }) => asset));
  return assetsOf(guide)
    .filter(({ asset }) => !known.has(asset))
    .map(({ path, asset }) => ({
      path,
      found: JSON.stringify(asset),
      allowed: "the name that POST /v1/assets has given to a picture",
    }));
}

/** What is known of the pictures that these guides show, in a fixed order. */
export async function assetsFor(
  sql: Sql,
  workspace: string,
  guides: readonly Guide[],
): Promise<Asset[]> {
  const named = [...new Set(guides.flatMap(assetsOf).map(({ asset }) => asset))];
  if (named.length === 0) return [];
  return sql.query<Asset>(
    `SELECT ${COLUMNS} FROM assets WHERE workspace_id = $1 AND asset = ANY ($2::text[]) ORDER BY asset`,
    [workspace, named],
  );
}
