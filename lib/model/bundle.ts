import * as z from "zod/mini";
import { Asset } from "./asset.ts";
import { ConsentPolicy } from "./consent.ts";
import { Environment } from "./environment.ts";
import { Experiment } from "./experiment.ts";
import { Feature } from "./feature.ts";
import { Guide } from "./guide.ts";
import { Id, Timestamp } from "./primitives.ts";
import { Segment } from "./segment.ts";
import { SignalDefinition } from "./signal.ts";
import { Theme } from "./theme.ts";

export const BUNDLE_FORMAT = 1;

const version = z.int().check(z.positive());

/** A published definition and the number of its immutable version. */
const published = <T extends z.ZodMiniType>(body: T) => z.strictObject({ version, body });

const PublishedGuide = z.strictObject({
  version,
  body: Guide,
  /** When its first version was published. */
  publishedAt: z.optional(Timestamp),
  /** Since when it starts for nobody by itself, because its targets were missing for too many people. */
  pausedAt: z.optional(Timestamp),
});

export const SyncPolicy = z.strictObject({
  /** Which raw events leave the device. Signals and guide interactions always do. */
  events: z.enum(["off", "features", "all"]),
});

/** A key that signs bundles. */
export const BundleKey = z.strictObject({
  keyId: Id,
  /** Raw Ed25519 public key, base64, 32 bytes. */
  publicKey: z.string(),
});
export type BundleKey = z.infer<typeof BundleKey>;

/** Everything a device needs to decide offline, immutable per revision. */
export const Bundle = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  workspace: z.uuid(),
  environment: Environment,
  /** Grows with every publication; a device refuses a smaller one. */
  revision: z.int().check(z.nonnegative()),
  publishedAt: Timestamp,
  /** Will sign when the key of this bundle is replaced; a device that has this bundle trusts it already. */
  nextKey: z.optional(BundleKey),
  sync: SyncPolicy,
  /** Default: "implied". */
  consent: z.optional(ConsentPolicy),
  /** Of guides, for what they leave out themselves. */
  theme: z.optional(Theme),
  features: z.array(published(Feature)),
  signals: z.array(published(SignalDefinition)),
  guides: z.array(PublishedGuide),
  segments: z.array(published(Segment)),
  experiments: z.array(published(Experiment)),
  /** The pictures of its guides; their bytes are fetched by name. */
  assets: z.optional(z.array(Asset)),
});
export type Bundle = z.infer<typeof Bundle>;

/** The bundle as it travels: its exact bytes and their Ed25519 signature. */
export const SignedBundle = z.strictObject({
  /** JSON text of the bundle; the signature is over its UTF-8 bytes. */
  payload: z.string(),
  /** Base64. */
  signature: z.string(),
  keyId: Id,
});
export type SignedBundle = z.infer<typeof SignedBundle>;

/** What a key that is replaced says of the next one. It travels signed like a bundle. */
export const Handover = z.strictObject({
  workspace: z.uuid(),
  handsOverTo: BundleKey,
  at: Timestamp,
});
export type Handover = z.infer<typeof Handover>;

export const HandoverList = z.strictObject({ items: z.array(SignedBundle) });

/** A key as administrators see it. Epoch ms. */
export const SigningKey = z.object({
  keyId: Id,
  /**
   * "announced": devices know it, and it signs when the one that signs is replaced. "replaced": it vouches for the next one
   * until `handsOverUntil`. "retired": it vouches for nothing.
   */
  state: z.enum(["announced", "signs", "replaced", "retired"]),
  createdAt: z.int(),
  signsFrom: z.nullable(z.int()),
  signsUntil: z.nullable(z.int()),
  handsOverUntil: z.nullable(z.int()),
});
export type SigningKey = z.infer<typeof SigningKey>;

export const SigningKeyList = z.object({ items: z.array(SigningKey) });

/** What a device learns when it is connected, and pins. */
export const WorkspaceInfo = z.strictObject({
  workspace: z.uuid(),
  name: z.string(),
  /** To which the key belongs. Default: "production". */
  environment: z.optional(Environment),
  ...BundleKey.shape,
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;
