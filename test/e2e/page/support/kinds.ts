import { readdirSync, readFileSync } from "node:fs";
import { isListed } from "../../../../lib/model/budget-class.ts";
import type { Guide } from "../../../../lib/model/guide.ts";

const FOLDER = new URL("../../../fixtures/guides/", import.meta.url);

/** The example of a kind, as its documentation shows it. */
export function example(kind: Guide["kind"]): Guide {
  return JSON.parse(readFileSync(new URL(`kind-${kind}.json`, FOLDER), "utf8"));
}

/** Every kind that has an example file of its own and comes into a page. */
export function exampleKinds(): Guide["kind"][] {
  return readdirSync(FOLDER)
    .flatMap((name) => (/^kind-(.+)\.json$/.exec(name)?.[1] as Guide["kind"]) ?? [])
    .filter((kind) => !isListed({ kind }));
}
