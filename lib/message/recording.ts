import * as z from "zod/mini";
import { Id, type Localized, Timestamp } from "../model/primitives.ts";

/** A part of the protocol: a workflow is recorded. */

const tab = z.int();
const step = z.uuid();
const side = z.number().check(z.minimum(-100_000), z.maximum(100_000));
const size = z.number().check(z.nonnegative(), z.maximum(100_000));
const box = z.strictObject({ x: side, y: side, width: size, height: size });

/** A picture of what is in the tab now is wanted. */
export const PictureWish = z.strictObject({
  /** The step that it will be of. */
  step,
  /** The element, in CSS px of the sender's window. */
  target: box,
  /** Epoch ms. */
  at: Timestamp,
});
export type PictureWish = z.infer<typeof PictureWish>;

export const RECORDING = {
  /** A frame that a recorder was brought into asks whether it belongs to a recording. `document` is its name for itself. */
  "recording.ready": { from: "page", input: z.strictObject({ document: z.uuid() }) },
  "recording.look": { from: "page", input: PictureWish },

  /** A picture of a tab as it is now, for a step of a guide; `target` is its element, in CSS px of that frame's window. */
  "recording.retake": {
    from: "extension",
    input: z.strictObject({ tab, frame: z.int(), target: z.optional(box) }),
  },

  "recording.state": { from: "extension", input: z.strictObject({}) },
  /** `into`: the draft that gets the steps, after the step of that id or, with null, at its beginning. */
  "recording.start": {
    from: "extension",
    input: z.strictObject({
      tab,
      into: z.optional(z.strictObject({ guide: Id, after: z.nullable(Id) })),
    }),
  },
  "recording.pause": { from: "extension", input: z.strictObject({}) },
  /** Goes on in this tab too. */
  "recording.resume": { from: "extension", input: z.strictObject({ tab }) },
  /** Takes the last step back. */
  "recording.undo": { from: "extension", input: z.strictObject({}) },
  "recording.remove": { from: "extension", input: z.strictObject({ step }) },
  /** Makes a draft of it. */
  "recording.finish": { from: "extension", input: z.strictObject({}) },
  /** Throws it away. */
  "recording.discard": { from: "extension", input: z.strictObject({}) },
} as const;

export interface RecordingOutputs {
  /** The recording that the tab belongs to; null: none, and the recorder goes. */
  "recording.ready": {
    recording: string;
    /** Of the tab, as of `Recorded`. */
    url: string;
    /** A recorded tab has opened this one. */
    opened: boolean;
  } | null;
  "recording.look": null;
  /** Its name; null: there is none that may be shown. */
  "recording.retake": string | null;
  "recording.state": RecordingStatus | null;
  "recording.start": null;
  "recording.pause": null;
  "recording.resume": null;
  "recording.undo": null;
  "recording.remove": null;
  "recording.finish": { guide: string };
  "recording.discard": null;
}

/** A recording that is not finished. */
export interface RecordingStatus {
  /** `interrupted`: the browser was restarted meanwhile. */
  state: "recording" | "paused" | "interrupted";
  tabs: number[];
  /** The draft that it is recorded for, if that is there already. */
  into: string | null;
  steps: RecordingEntry[];
}

export interface RecordingEntry {
  step: string;
  title: Localized;
  /** Null: it points at nothing, or nobody could look yet. */
  lamp: "green" | "amber" | "red" | null;
  /** Of the pictures of this device. */
  picture: string | null;
}
