import type { ReadFile } from "../../lib/exchange/read-file.ts";
import type { Anchor } from "../../lib/model/anchor.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { ImportTarget } from "../../lib/model/import-target.ts";
import type { TagMove } from "../../lib/model/tagging.ts";

/** An imported guide whose author has not yet confirmed all that it points at. */
export interface OpenImport {
  /** Of the guide, and of its draft. */
  id: string;
  /** What the file was called; empty: it was pasted. */
  file: string;
  importedAt: number;
  total: number;
  open: ImportTarget[];
  findings: { path: string; code: string; what: string; line?: number }[];
}

/** What is kept of imports on this device. */
export interface Imports {
  /** Those that are not finished. */
  list(): Promise<{ record: OpenImport; guide: Guide }[]>;
  /** Ids that drafts on this device have. */
  taken(): Promise<string[]>;
  /** False: there is a draft of that id already. */
  keep(guide: Guide, record: OpenImport): Promise<boolean>;
  /** The author has decided on the target of a step. Answers with what is left, null after the last. */
  decide(
    id: string,
    step: string,
    change: ((draft: Guide) => Guide) | null,
  ): Promise<OpenImport | null>;
  /** Nothing more is to be confirmed; the draft stays. */
  end(id: string): Promise<void>;
}

/** Reads a file that somebody chose: text, or a zip of ours. */
export type ReadBytes = (bytes: Uint8Array) => Promise<ReadFile>;

/** A page, as far as an author may ask it what steps point at. Rejects when it cannot be asked. */
export interface PageResolver {
  look(tab: number, orders: { step: string; selectors: string[] }[]): Promise<unknown>;
  /** Outlines what was found for a step; null: nothing any more. */
  show(tab: number, step: string | null): Promise<void>;
  /** The author points at an element; null once they give up. */
  pick(tab: number): Promise<unknown>;
  move(tab: number, to: TagMove): Promise<void>;
  take(tab: number): Promise<void>;
  giveUp(tab: number): Promise<void>;
  /** Each frame looks for an anchor's element and brings it into sight. The tab has to be in front. */
  place(tab: number, anchor: Anchor): Promise<{ frame: number; place: unknown }[]>;
  /** Nothing of ours stays in the page. */
  end(tab: number): Promise<void>;
}
