import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AssetType } from "../../model/asset.ts";
import type { Guide } from "../../model/guide.ts";
import type { ImportTarget } from "../../model/import-target.ts";
import type { RecordedStep } from "../../model/recording.ts";
import type { Rect } from "../../model/rect.ts";

const DATABASE = "waymark-authoring";

/**
 * What an author makes, until it is published. It is a database of its own: deleting what is known about the person
 * deletes no work, and no work is ever sent with events.
 */
export interface AuthoringSchema extends DBSchema {
  recordings: { key: string; value: RecordingRecord };
  /** Steps of recordings, in their order. */
  recorded: { key: [recording: string, n: number]; value: RecordedRecord };
  drafts: { key: string; value: DraftRecord };
  pictures: { key: string; value: PictureRecord };
  /** Since version 2. */
  imports: { key: string; value: ImportRecord };
}
export type AuthoringStore = IDBPDatabase<AuthoringSchema>;

export interface RecordingRecord {
  id: string;
  state: "recording" | "paused" | "ended";
  /** Epoch ms. */
  startedAt: number;
  /** Tabs that are recorded; the first is where it began. */
  tabs: number[];
  /** The draft that gets the steps, after the step of that id or, with null, at its beginning. Absent: a new guide. */
  into?: { guide: string; after: string | null };
  /** Documents of those tabs that have asked which recording they belong to, the newest last. */
  documents?: string[];
  /** Ids of steps that its author took back: what arrives late of them stays away. */
  removed?: string[];
  /** Pictures that came before their step: id of the step → `asset`. */
  early?: Record<string, string>;
}

export interface RecordedRecord extends RecordedStep {
  recording: string;
  /** Grows in the order in which things were done. */
  n: number;
  /** Of `pictures`; absent as long as there is none. */
  picture?: string;
}

export interface DraftRecord {
  /** Of the guide. */
  id: string;
  /** As its author left it: of the shape of a guide, but not always one that could be published. */
  guide: Guide;
  /** The draft of the server that it began with, or was last saved as; null: the server has none. */
  base: { revision: number; guide: Guide } | null;
  /** When its author last changed it, epoch ms. */
  changedAt: number;
}

/** An imported guide whose author has not yet confirmed all that it points at. Its draft is valid without. */
export interface ImportRecord {
  /** Of the guide, and of its draft. */
  id: string;
  /** What the file was called; empty: it was pasted. */
  file: string;
  importedAt: number;
  /** How many targets there were. */
  total: number;
  /** Those that are still to be confirmed. */
  open: ImportTarget[];
  /** What could not be carried over as it was, as of `lib/exchange`. */
  findings: { path: string; code: string; what: string; line?: number }[];
}

/** A picture that is on this device only, or was not asked for yet. What must not be seen is blurred in it already. */
export interface PictureRecord {
  /** SHA-256 of the content, as of an asset. */
  asset: string;
  type: AssetType;
  content: ArrayBuffer;
  /** In pixels. */
  width: number;
  height: number;
  /** Pixels of the picture to one CSS pixel of the page it shows. */
  scale: number;
  /** Where the step's element is in it, in pixels. */
  target?: Rect;
  /** When it was made, epoch ms. */
  madeAt: number;
}

export function openAuthoring(name: string = DATABASE): Promise<AuthoringStore> {
  return openDB<AuthoringSchema>(name, 2, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore("recordings", { keyPath: "id" });
        database.createObjectStore("recorded", { keyPath: ["recording", "n"] });
        database.createObjectStore("drafts", { keyPath: "id" });
        database.createObjectStore("pictures", { keyPath: "asset" });
      }
      if (from < 2) database.createObjectStore("imports", { keyPath: "id" });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
