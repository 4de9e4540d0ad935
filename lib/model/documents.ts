import type * as z from "zod/mini";
import { Experiment } from "./experiment.ts";
import { Feature } from "./feature.ts";
import { Guide } from "./guide.ts";
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
