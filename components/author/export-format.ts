import type { Picture } from "../../lib/exchange/document.ts";
import type { Guide } from "../../lib/model/guide.ts";

/** What a guide can be saved as: the first three to be read, the others for tools. */
export const EXPORT_FORMATS = [
  "pdf",
  "html",
  "markdown",
  "waymark",
  "recorder",
  "playwright",
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Whether a format is in one language, and whether it can show pictures. */
export const FORMAT_TRAITS: Readonly<
  Record<ExportFormat, { oneLanguage: boolean; pictures: boolean }>
> = {
  pdf: { oneLanguage: true, pictures: true },
  html: { oneLanguage: true, pictures: true },
  markdown: { oneLanguage: true, pictures: true },
  waymark: { oneLanguage: false, pictures: true },
  recorder: { oneLanguage: true, pictures: false },
  playwright: { oneLanguage: true, pictures: false },
};

export interface ExportJob {
  guide: Guide;
  format: ExportFormat;
  locale: string;
  /** The day, as people write it in that language. */
  date: string;
  /** Whether the guide is to come with pictures; those that could be had are in `pictures`. */
  withPictures: boolean;
  pictures: ReadonlyMap<string, Picture>;
}

/** A file that was made of a guide. */
export interface MadeFile {
  name: string;
  type: string;
  content: Uint8Array<ArrayBuffer>;
  /** Characters that the file cannot show and leaves out. */
  missing: string[];
}

/** `letters`: the format lacks the writing of that language. `invalid`: the guide is not complete; `detail` says why. */
export type Making =
  | { ok: true; file: MadeFile }
  | { ok: false; problem: "letters" | "invalid"; detail: string };
