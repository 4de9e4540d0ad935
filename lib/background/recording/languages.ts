import { SPOKEN } from "../../draft/phrases.ts";
import type { Store } from "../../store/schema.ts";

/** Languages in which the workspace's guides are written, as far as steps can be told in them; all such if it has none yet. */
export async function languagesOf(store: Store): Promise<readonly string[]> {
  const bundle = (await store.get("bundle", "current"))?.bundle;
  const used = new Set(bundle?.guides.flatMap(({ body }) => Object.keys(body.name)));
  const known = [...used].filter((locale) => SPOKEN.includes(locale.split("-")[0] ?? ""));
  return known.length > 0 ? known : SPOKEN;
}
