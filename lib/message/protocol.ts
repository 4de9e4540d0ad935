import * as z from "zod/mini";
import { Anchor } from "../model/anchor.ts";
import type { PictureSizes } from "../model/asset.ts";
import { AssetId } from "../model/asset-id.ts";
import type { Bundle } from "../model/bundle.ts";
import { Busy } from "../model/busy.ts";
import type { Environment } from "../model/environment.ts";
import { IdentifyEvent } from "../model/event.ts";
import type { Feature } from "../model/feature.ts";
import { FrameNews, FrameOrder, type PlacedBid } from "../model/frame.ts";
import type { Guide } from "../model/guide.ts";
import type { PageCondition } from "../model/page-condition.ts";
import type { Localized } from "../model/primitives.ts";
import { Id } from "../model/primitives.ts";
import type { ElementCondition } from "../model/selector.ts";
import type { TraceLine } from "../model/trace.ts";
import type { Accent } from "../tour/accent.ts";
import type { Before } from "../tour/before.ts";
import type { Labels } from "../tour/labels.ts";
import { INSIGHTS, type InsightsOutputs } from "./insights.ts";
import { LISTED, type ListedOutputs } from "./listed.ts";
import {
  type ConsentStatus,
  type ErasureStatus,
  OWN_DATA,
  type OwnDataOutputs,
} from "./own-data.ts";
import { RECORDING, type RecordingOutputs } from "./recording.ts";

export type { Evidence, EvidenceEntry, Insights, SignalEntry } from "./insights.ts";
export type { FeedEntry, HowToEntry } from "./listed.ts";
export type { ConsentStatus, ErasureStatus, JournalEntry, JournalPage } from "./own-data.ts";
export type { RecordingEntry, RecordingStatus } from "./recording.ts";
export type { PageCondition };

/**
 * Every message to the background, by name: who may send it and what it carries. What is sent is parsed there,
 * because a content script may be compromised; tab, frame and address come from the sender, never from the payload.
 */

const nothing = z.strictObject({});
const tab = z.int();

export const PROTOCOL = {
  /** The page agent is up in a top frame, or its address changed without a load. */
  "page.ready": { from: "page", input: nothing },
  /** The page conditions of a watched guide hold now; and what the person is in the middle of, if anything. */
  "guide.claim": { from: "page", input: z.strictObject({ guide: Id, busy: z.optional(Busy) }) },
  /** The person asks a guide in the page for another one. */
  "guide.ask": { from: "page", input: z.strictObject({ guide: Id }) },
  /** The overlay was injected and asks what to play. */
  "overlay.ready": { from: "page", input: nothing },
  /** A guide looks for its target in frames of other sites too; only from the top frame, as is what it tells them. */
  "frames.ask": {
    from: "page",
    input: z.strictObject({ search: z.string().check(z.maxLength(40)), anchor: Anchor }),
  },
  "frames.tell": { from: "page", input: z.strictObject({ order: FrameOrder }) },
  /** What a frame within a page tells the top one. */
  "frame.say": { from: "page", input: z.strictObject({ news: FrameNews }) },
  /** The host says who is here. Of `host` the sender's own is taken. */
  "identity.say": { from: "page", input: z.strictObject({ event: IdentifyEvent }) },
  /** Selectors of features or conditions that the page's browser cannot parse. */
  "page.problems": {
    from: "page",
    input: z.strictObject({
      selectors: z.array(z.string().check(z.maxLength(500))).check(z.maxLength(50)),
    }),
  },

  /** A picture of a published guide, for a card or for the side panel. */
  "asset.get": { from: "anyone", input: z.strictObject({ asset: AssetId }) },

  "status.get": { from: "extension", input: nothing },
  "connection.connect": {
    from: "extension",
    input: z.strictObject({
      server: z.string().check(z.maxLength(300)),
      writeKey: z.string().check(z.minLength(1), z.maxLength(200)),
    }),
  },
  "connection.disconnect": { from: "extension", input: nothing },
  /** `origin` as the browser writes it, such as "https://app.example.com"; permission is already granted. */
  "sites.add": { from: "extension", input: z.strictObject({ origin: z.string() }) },
  "sites.remove": { from: "extension", input: z.strictObject({ origin: z.string() }) },
  "identity.set": {
    from: "extension",
    input: z.strictObject({
      user: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
      account: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
    }),
  },
  "sync.now": { from: "extension", input: nothing },
  "library.list": { from: "extension", input: z.strictObject({ tab }) },
  /** Why each guide is on screen in this tab, or why not. */
  "guides.explain": { from: "extension", input: z.strictObject({ tab }) },
  ...LISTED,
  "guide.start": { from: "extension", input: z.strictObject({ guide: Id, tab }) },
  "guide.stop": { from: "extension", input: z.strictObject({ guide: Id }) },
  /** Published features, for who tags them. */
  "features.list": { from: "extension", input: nothing },
  /** Everything that is published, for who writes guides with it. */
  "definitions.get": { from: "extension", input: nothing },
  ...INSIGHTS,
  ...OWN_DATA,
  ...RECORDING,
  /** The personal token with which the console asks the server; null forgets it. */
  "console.token": {
    from: "extension",
    input: z.strictObject({
      token: z.nullable(z.string().check(z.minLength(1), z.maxLength(300))),
    }),
  },
  "console.session": { from: "extension", input: nothing },
} as const satisfies Record<
  string,
  { from: "page" | "extension" | "anyone"; input: z.ZodMiniType }
>;

export type MessageName = keyof typeof PROTOCOL;
export type Input<N extends MessageName> = z.infer<(typeof PROTOCOL)[N]["input"]>;

/** What each message is answered with. */
export interface Outputs extends ListedOutputs, OwnDataOutputs, InsightsOutputs, RecordingOutputs {
  "page.ready": { watch: Watch[] };
  "guide.claim": { granted: boolean; reason: string };
  "guide.ask": null;
  "overlay.ready": PlayOrder[];
  "frames.ask": PlacedBid[];
  "frames.tell": null;
  "frame.say": null;
  "identity.say": null;
  "page.problems": null;
  /** A `data:` address; null where the picture cannot be had. */
  "asset.get": string | null;
  "status.get": Status;
  "connection.connect": { workspace: string };
  "connection.disconnect": null;
  "sites.add": null;
  "sites.remove": null;
  "identity.set": null;
  "sync.now": Status;
  "library.list": LibraryEntry[];
  "guides.explain": GuideExplanation[];
  "guide.start": null;
  "guide.stop": null;
  "features.list": FeatureEntry[];
  /** Null: nothing was published yet, as far as this device knows. */
  "definitions.get": Definitions | null;
  "console.token": null;
  "console.session": { server: string; token: string } | null;
}

/** A guide that is due as soon as `when` holds in the page; null: now. */
export interface Watch {
  guide: string;
  when: PageCondition | null;
}

/** A guide that the overlay should play; those that play beside each other come together. */
export interface PlayOrder {
  guide: Guide;
  version: number;
  /** Where to begin: the first step, or where the run stood before a reload. */
  step: string;
  before: Before;
  /** Items of a checklist whose condition holds, by id. */
  items: string[];
  /** `manual` runs were asked for by the person and may take focus. */
  startedBy: "auto" | "manual" | "resume";
  /** Preferred locales, best first. */
  locales: string[];
  labels: Labels;
  /** Uses since the step began of the features its conditions mention: feature → count. */
  used: Record<string, number>;
  /** Signals that are true. */
  signals: string[];
  /** Of its theme, readable wherever it is used. */
  accent: Accent | null;
  pictures: PictureSizes;
}

/** What an author's panel tells the preview in the page beside it. Nothing of it goes through the background. */
export type PreviewOrder =
  | { order: "play"; play: PlayOrder }
  /** A picture that was asked for, as a `data:` address; null where there is none. */
  | { order: "picture"; asset: string; address: string | null }
  /** As if the background had said it to the page. */
  | { order: "say"; message: PageMessage };

/** What the background tells a page. */
export type PageMessage =
  | { name: "config.changed" }
  | { name: "watch"; watch: Watch[] }
  /** Events were stored: uses by feature, and the signals that became true. */
  | { name: "ingested"; used: Record<string, number>; signals: string[] }
  /** Items of a checklist whose condition holds. */
  | { name: "checklist"; guide: string; done: string[] }
  /** Between the frames of a page; the sender's frame and document as the browser names them. */
  | { name: "frame.order"; order: FrameOrder }
  | { name: "frame.news"; frame: number; document: string | undefined; news: FrameNews }
  /** What do you see now? The top frame answers with `PageSight`. */
  | { name: "look"; elements: ElementCondition[] }
  /** The person ended it from the extension; the page reports that. */
  | { name: "overlay.stop"; guide: string }
  /** Away with whatever plays, without a report. */
  | { name: "overlay.close" }
  /** Nothing is recorded any more; the recorder goes. */
  | { name: "recording.end" };

/** What the background tells open extension pages: ask again. */
export interface ChangedMessage {
  name: "changed";
}

export interface Status {
  device: string;
  connection: { server: string; workspace: string; environment: Environment } | null;
  sites: string[];
  identity: { user: string; account: string | null; verified: boolean } | null;
  consent: ConsentStatus;
  erasure: ErasureStatus;
  bundle: { revision: number; publishedAt: number; fetchedAt: number } | null;
  outbox: {
    waiting: number;
    /** Refused by the server for good and kept aside. */
    dead: number;
    sent: number;
    lastSentAt: number | null;
    /** When the next try is due, after a failure. */
    retryAt: number | null;
    /** Why the last try failed, in words. */
    error: string | null;
  };
  /** Events kept on this device. */
  events: number;
  /** Selectors that pages reported as unreadable. */
  problems: string[];
}

export interface LibraryEntry {
  guide: string;
  name: Localized;
  kind: Guide["kind"];
  steps: number;
  state: "new" | "running" | "snoozed" | "completed" | "dismissed" | "target_missing";
  /** The step a running guide is at, from 1. */
  at: number | null;
  /** Its trigger fits the page in that tab. */
  fitsPage: boolean;
}

/** What a page sees, as it answers to "look". */
export interface PageSight {
  busy: Busy | null;
  /** In the order asked. */
  holds: boolean[];
  /** When the document began, epoch ms. */
  since: number;
}

export interface GuideExplanation {
  guide: string;
  name: Localized;
  kind: Guide["kind"];
  /** `next`: nothing stops it. `waits`: what is left is for the page to see, which could not be asked. */
  verdict: "running" | "next" | "waits" | "stopped";
  /** The first check that stopped it. */
  stoppedBy: TraceLine | null;
  /** Every check that was made, in order. */
  trace: TraceLine[];
  /** When it was decided, epoch ms. */
  at: number;
  /** Of one that is on screen: who started it, whether in this tab, and its last sign. */
  run: { startedBy: "auto" | "manual"; here: boolean; since: number } | null;
}

export type Definitions = Pick<
  Bundle,
  "features" | "signals" | "guides" | "segments" | "experiments" | "theme" | "assets"
>;

export interface FeatureEntry {
  feature: Feature;
  /** Since when this device counts its uses, epoch ms; null: it is not known. */
  since: number | null;
  /** Of the person who was last here. */
  uses: number;
}

export type Reply<N extends MessageName = MessageName> =
  | { ok: true; value: Outputs[N] }
  | { ok: false; error: MessageError };

export interface MessageError {
  code: "invalid" | "forbidden" | "failed" | "timeout";
  /** For people: what happened and how to mend it. */
  message: string;
}
