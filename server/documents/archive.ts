import { ENVIRONMENTS } from "../../lib/model/environment.ts";
import { sayRule } from "../../lib/model/rule.ts";
import { lockRevision, renewBundle } from "../bundle/bundle.ts";
import type { Sql } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { type Act, lockDocument } from "./act.ts";
import { writeDown } from "./history.ts";
import { readPublished, usersOf } from "./published.ts";
import type { Publication } from "./schemas.ts";
import { readDraft } from "./store.ts";

/** Takes a document out of all bundles and out of sight. Its versions stay. Refused while published documents need it. */
export async function archive(sql: Sql, act: Act): Promise<Publication> {
  const { workspace, kind, id, at } = act;
  const revision = await lockRevision(sql, workspace, "production");
  await lockDocument(sql, act);
  const draft = await readDraft(sql, workspace, kind, id);
  for (const environment of ENVIRONMENTS) {
    const users = usersOf(kind, id, await readPublished(sql, workspace, environment));
    if (users.length > 0) {
      throw new ApiError(409, "conflict", sayRule("publishedNeed", { environment }), {
        problems: users.map(({ document, path }) => ({
          path: `${document.kind}/${document.id}: ${path}`,
          found: JSON.stringify(id),
          allowed: "another id, published before this document is archived",
        })),
      });
    }
  }
  await sql.query(
    `UPDATE documents SET published_version = NULL, staging_version = NULL, archived_at = $4
     WHERE workspace_id = $1 AND kind = $2 AND id = $3`,
    [workspace, kind, id, new Date(at).toISOString()],
  );
  if (!draft.archived) await writeDown(sql, act, { act: "archived" });
  if (draft.staging !== null) await renewBundle(sql, workspace, "staging", at);
  if (draft.published === null) return { version: null, revision };
  return { version: null, revision: await renewBundle(sql, workspace, "production", at) };
}
