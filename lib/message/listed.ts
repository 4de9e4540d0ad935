import * as z from "zod/mini";
import type { PictureSizes } from "../model/asset.ts";
import type { Guide, Step } from "../model/guide.ts";
import { Id, type Localized } from "../model/primitives.ts";
import type { LocalizedRichText } from "../model/rich-text.ts";

/** A part of the protocol: what stands in the side panel itself. */

const tab = z.int();

export const LISTED = {
  /** Announcements for the person in that tab; that one was read; that one was put away. */
  "feed.list": { from: "extension", input: z.strictObject({ tab }) },
  "feed.read": { from: "extension", input: z.strictObject({ guide: Id, tab }) },
  "feed.dismiss": { from: "extension", input: z.strictObject({ guide: Id, tab }) },
  /** How-tos for the person in that tab; points at a step in its page, and at nothing any more; a step is done; all are to be done again. */
  "howTo.list": { from: "extension", input: z.strictObject({ tab }) },
  /** A how-to as it was published, to be saved as a file. */
  "howTo.published": { from: "extension", input: z.strictObject({ guide: Id, tab }) },
  "howTo.point": { from: "extension", input: z.strictObject({ guide: Id, step: Id, tab }) },
  "howTo.stop": { from: "extension", input: z.strictObject({ guide: Id, tab }) },
  "howTo.tick": { from: "extension", input: z.strictObject({ guide: Id, step: Id, tab }) },
  "howTo.restart": { from: "extension", input: z.strictObject({ guide: Id, tab }) },
  /** The person reads it; says whether it helped, once for each version, and may think again. */
  "howTo.read": { from: "extension", input: z.strictObject({ guide: Id, tab }) },
  "howTo.rate": {
    from: "extension",
    input: z.strictObject({ guide: Id, helpful: z.boolean(), tab }),
  },
} as const;

export interface ListedOutputs {
  "feed.list": FeedEntry[];
  "feed.read": null;
  "feed.dismiss": null;
  "howTo.list": HowToEntry[];
  "howTo.published": Guide;
  "howTo.point": null;
  "howTo.stop": null;
  "howTo.tick": null;
  "howTo.restart": null;
  "howTo.read": null;
  "howTo.rate": null;
}

/** An announcement, with what is known about the person filled in. */
export interface FeedEntry {
  guide: string;
  title: Localized;
  body: LocalizedRichText;
  actions: NonNullable<Step["actions"]>;
  pictures: PictureSizes;
  /** Epoch ms. */
  at: number;
  read: boolean;
}

/** A how-to, with what is known about the person filled in. */
export interface HowToEntry {
  guide: string;
  name: Localized;
  /** The heading that it stands under. */
  category: Localized | null;
  /** When the person last did something with it, epoch ms. */
  usedAt: number | null;
  /** What they said of this version. */
  helpful: boolean | null;
  /** Its trigger fits the page in that tab. */
  fitsPage: boolean;
  /** Path that it is made for, where its trigger names one. */
  where: string | null;
  steps: {
    id: string;
    title: Localized;
    body: LocalizedRichText;
    /** It has an element to point at. */
    points: boolean;
    done: boolean;
  }[];
  pictures: PictureSizes;
  /** The step that is pointed at in that tab. */
  pointing: { step: string; state: "looking" | "shown" | "missing" } | null;
}
