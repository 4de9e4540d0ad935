import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { Feature } from "../../lib/model/feature.ts";
import { Guide } from "../../lib/model/guide.ts";
import { explain, parse } from "../../lib/model/parse.ts";
import { SignalDefinition } from "../../lib/model/signal.ts";
import type { WaymarkServer } from "./server-process.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/demo");

/** What the demo workspace publishes for Node-RED. */
export interface DemoContent {
  features: Feature[];
  signals: SignalDefinition[];
  /** The tour first. */
  guides: Guide[];
}

/** The signal by which the demo calls a user of Node-RED activated. */
export const ACTIVATION = "first-flow-deployed";

export async function readDemoContent(): Promise<DemoContent> {
  const [features, signals, ...guides] = await Promise.all([
    read("features", z.array(Feature)),
    read("signals", z.array(SignalDefinition)),
    read("guide-create-your-first-flow", Guide),
    read("guide-watch-debug-messages", Guide),
    read("guide-welcome", Guide),
  ]);
  return { features, signals, guides };
}

/** Publishes it through the HTTP API, as a CSM's tools would. */
export async function publishDemoContent(
  server: Pick<WaymarkServer, "publish">,
  { features, signals, guides }: DemoContent,
): Promise<void> {
  for (const feature of features) await server.publish("features", feature);
  // What a document names has to be there before it.
  const [outcomes, others] = [true, false].map((isOutcome) =>
    signals.filter(({ kind }) => (kind === "outcome") === isOutcome),
  );
  for (const signal of others ?? []) await server.publish("signals", signal);
  for (const guide of guides) await server.publish("guides", guide);
  for (const signal of outcomes ?? []) await server.publish("signals", signal);
}

async function read<T extends z.ZodMiniType>(name: string, schema: T): Promise<z.infer<T>> {
  const input: unknown = JSON.parse(await readFile(join(FOLDER, `${name}.json`), "utf8"));
  const result = parse(schema, input);
  if (!result.ok) throw new Error(`${name}.json: ${explain(result.error)}`);
  return result.value;
}
