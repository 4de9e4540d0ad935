import { readdirSync, readFileSync } from "node:fs";
import type { Guide } from "../../../../lib/model/guide.ts";

const FOLDER = new URL("../../../fixtures/guides/", import.meta.url);

/** The example of a kind, as its documentation shows it. */
export function example(kind: Guide["kind"]): Guide {
  return JSON.parse(readFileSync(new URL(`kind-${kind}.json`, FOLDER), "utf8"));
}

/** Every kind that has an example file of its own. */
export function exampleKinds(): Guide["kind"][] {
  return readdirSync(FOLDER).flatMap(
    (name) => (/^kind-(\w+)\.json$/.exec(name)?.[1] as Guide["kind"]) ?? [],
  );
}
