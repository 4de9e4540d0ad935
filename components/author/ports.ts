import type { ReadonlySignal } from "@preact/signals";
import type { Retouch } from "../../lib/draft/picture/retouch.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

/** A draft on this device. */
export interface LocalDraft {
  /** Of the guide. */
  id: string;
  guide: Guide;
  /** The draft of the server that it began with, or was last saved as; null: the server has none. */
  base: { revision: number; guide: Guide } | null;
  /** Epoch ms. */
  changedAt: number;
}

export interface Drafts {
  list(): Promise<LocalDraft[]>;
  read(id: string): Promise<LocalDraft | undefined>;
  /**
   * Keeps a draft unless it was changed elsewhere since `known` (its `changedAt`; null: it was not there). Answers with
   * what is there instead, or with null if it was kept.
   */
  write(draft: LocalDraft, known: number | null): Promise<LocalDraft | null>;
  remove(id: string): Promise<void>;
}

export interface Session {
  server: string;
  token: string;
}

/** Sends the pictures of a guide that the server lacks. */
export type UploadPictures = (
  session: Session,
  assets: readonly string[],
) => Promise<Outcome<null, QueryError>>;

/** Pictures that guides name. */
export interface EditorPictures {
  /** As an address for this page; null where it cannot be had. */
  address(asset: string): Promise<string | null>;
  /** Keeps a picture on this device; null if it is none that guides may have. */
  add(file: File): Promise<string | null>;
  upload: UploadPictures;
  /** How many pictures are sent of how many that are to be; null: none is being sent. */
  sending: ReadonlySignal<{ done: number; of: number } | null>;
  /** Makes another picture of one, with parts hidden or cut away, and answers with its name. Rejects if it cannot. */
  retouch(asset: string, retouch: Retouch, address: string): Promise<string>;
}
