import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runInNewContext } from "node:vm";

/** The tours that Node-RED's editor brings along: id of the guide → file. */
export const NODE_RED_TOURS = {
  "first-flow": "first-flow.js",
  "welcome-5.0": "welcome.js",
  "welcome-4.1": "4.1/welcome.js",
  "welcome-4.0": "4.0/welcome.js",
  "welcome-3.1": "3.1/welcome.js",
  "welcome-3.0": "3.0/welcome.js",
  "welcome-2.2": "2.2/welcome.js",
  "welcome-2.1": "2.1/welcome.js",
} as const;

export type TourId = keyof typeof NODE_RED_TOURS;

/** A tour as it is written: a module with functions. */
export async function readNodeRedSource(id: TourId): Promise<string> {
  const client = createRequire(createRequire(import.meta.url).resolve("node-red/red.js")).resolve(
    "@node-red/editor-client/package.json",
  );
  const file = join(dirname(client), "public/red/tours", NODE_RED_TOURS[id]);
  return readFile(file, "utf8");
}

/** A tour as the JSON that the importer takes, each function as its source. */
export async function readNodeRedTour(id: TourId): Promise<unknown> {
  const source = await readNodeRedSource(id);
  const json: unknown = runInNewContext(
    `${source.replace("export default", "const tour =")}
     JSON.stringify(tour, (key, value) => typeof value === "function" ? { function: String(value) } : value)`,
    {},
    { filename: NODE_RED_TOURS[id], timeout: 5_000 },
  );
  return JSON.parse(String(json));
}
