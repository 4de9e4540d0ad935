import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type Picture, picturesOf } from "../../lib/exchange/document.ts";
import { documentOfGuide } from "../../lib/exchange/document-of-guide.ts";
import { assetsOf } from "../../lib/model/asset.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { type ExportFormat, FORMAT_TRAITS, type MadeFile } from "./export-format.ts";
import type { MakeFile } from "./make-in-worker.ts";

/** A picture of a guide; undefined if it cannot be had. */
export type LoadPicture = (asset: string) => Promise<Picture | undefined>;
export type SaveFile = (name: string, content: Uint8Array<ArrayBuffer>, type: string) => void;

export type ExportState =
  | { at: "idle" }
  | { at: "pictures"; done: number; of: number }
  | { at: "making"; share: number }
  | { at: "cancelled" }
  /** `lost`: pictures that could not be had. */
  | { at: "saved"; name: string; missing: readonly string[]; lost: number }
  | { at: "failed"; problem: "letters" | "invalid" | "broken"; detail: string };

export interface ExportChoice {
  format: ExportFormat;
  locale: string;
  withPictures: boolean;
}

export interface ExportModel {
  state: ReadonlySignal<ExportState>;
  busy: ReadonlySignal<boolean>;
  /** Makes the file and saves it. One at a time: what is under way is cancelled. Never rejects. */
  run(guide: Guide, choice: ExportChoice): Promise<void>;
  cancel(): void;
}

export interface ExportPorts {
  loadPicture: LoadPicture;
  save: SaveFile;
  make: MakeFile;
  /** Epoch ms. */
  now: () => number;
}

export function createExportModel({ loadPicture, save, make, now }: ExportPorts): ExportModel {
  const state = signal<ExportState>({ at: "idle" });
  let running = new AbortController();

  const load = async (guide: Guide, choice: ExportChoice, ending: AbortSignal) => {
    const wanted = picturesFor(guide, choice);
    const pictures = new Map<string, Picture>();
    let done = 0;
    const left = wanted.values();
    const loadNext = async () => {
      for (const asset of left) {
        const picture = await loadPicture(asset);
        ending.throwIfAborted();
        if (picture) pictures.set(asset, picture);
        state.value = { at: "pictures", done: ++done, of: wanted.length };
      }
    };
    state.value = { at: "pictures", done, of: wanted.length };
    await Promise.all(Array.from({ length: AT_ONCE }, loadNext));
    ending.throwIfAborted();
    return { pictures, lost: wanted.length - pictures.size };
  };

  const makeFile = async (
    guide: Guide,
    choice: ExportChoice,
    ending: AbortSignal,
  ): Promise<ExportState> => {
    const { format, locale, withPictures } = choice;
    const shows = withPictures && FORMAT_TRAITS[format].pictures;
    const none = { pictures: new Map<string, Picture>(), lost: 0 };
    const { pictures, lost } = shows ? await load(guide, choice, ending) : none;
    state.value = { at: "making", share: 0 };
    const date = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(now());
    const job = { guide, format, locale, date, withPictures: shows, pictures };
    const tell = (share: number) => {
      if (!ending.aborted) state.value = { at: "making", share };
    };
    const making = await make(job, { tell, signal: ending });
    ending.throwIfAborted();
    if (!making.ok) return { at: "failed", problem: making.problem, detail: making.detail };
    hand(making.file);
    return { at: "saved", name: making.file.name, missing: making.file.missing, lost };
  };
  const hand = ({ name, content, type }: MadeFile) => save(name, content, type);

  return {
    state: computed(() => state.value),
    busy: computed(() => state.value.at === "pictures" || state.value.at === "making"),
    async run(guide, choice) {
      running.abort();
      const mine = new AbortController();
      running = mine;
      try {
        const end = await makeFile(guide, choice, mine.signal);
        state.value = end;
      } catch (error) {
        if (running !== mine) return;
        state.value = mine.signal.aborted
          ? { at: "cancelled" }
          : { at: "failed", problem: "broken", detail: String(error) };
      }
    },
    cancel() {
      running.abort();
    },
  };
}

/** Pictures that are loaded and looked at together: the browser does that beside the page, on each of its cores. */
const AT_ONCE = 4;

/** Those of the language that is chosen, or all where all languages come along. */
function picturesFor(guide: Guide, { format, locale }: ExportChoice): string[] {
  if (FORMAT_TRAITS[format].oneLanguage) {
    return picturesOf(documentOfGuide(guide, { locale, date: "" }));
  }
  return [...new Set(assetsOf(guide).map(({ asset }) => asset))];
}
