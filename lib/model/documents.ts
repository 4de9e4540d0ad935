import type * as z from "zod/mini";
import { Experiment } from "./experiment.ts";
import { Feature } from "./feature.ts";
import { GUIDE_FORMAT, Guide } from "./guide.ts";
import { createMigrator } from "./migrate.ts";
import { parse, type Result } from "./parse.ts";
import { Segment } from "./segment.ts";
import { SignalDefinition } from "./signal.ts";

/** What a workspace authors and publishes: kind → schema. The plural is the path and the bundle's key. */
export const DOCUMENTS = {
  features: Feature,
  signals: SignalDefinition,
  guides: Guide,
  segments: Segment,
  experiments: Experiment,
} as const;

export type DocumentKind = keyof typeof DOCUMENTS;
export type DocumentBody<K extends DocumentKind> = z.infer<(typeof DOCUMENTS)[K]>;

/** Kinds whose format has a number, with the way from older ones to the newest. */
const MIGRATORS: Partial<Record<DocumentKind, (input: unknown) => unknown>> = {
  guides: createMigrator(GUIDE_FORMAT, {}),
};

/** Reads a document of any known format as one of the newest. */
export function readDocument<K extends DocumentKind>(
  kind: K,
  input: unknown,
): Result<DocumentBody<K>> {
  const migrated = MIGRATORS[kind]?.(input) ?? input;
  return parse(DOCUMENTS[kind], migrated) as Result<DocumentBody<K>>;
}
