import type { ReadonlySignal } from "@preact/signals";
import type { Imported } from "../../lib/exchange/imported.ts";
import type { FileProblem, ReadPicture, ReadTour } from "../../lib/exchange/read-file.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { ImportTarget } from "../../lib/model/import-target.ts";
import type { Lookup } from "../../lib/model/lookup.ts";
import type { TagMove } from "../../lib/model/tagging.ts";
import type { OpenImport } from "./import-ports.ts";

/** What a file came to, before it is a draft. */
export interface ReadGuide {
  imported: Imported;
  name: string;
  locale: string;
  /** It has texts in one language only, and that one has to be said. */
  asksLocale: boolean;
}

/** A target whose author is being asked. */
export interface AskedTarget {
  target: ImportTarget;
  /** Of its step, from 1. */
  number: number;
  title: Guide["steps"][number]["title"];
  /** Undefined: this page was not asked yet. */
  lookup: Lookup | undefined;
}

export type ImportStage =
  | { at: "choose" }
  | { at: "reading"; file: string }
  | { at: "failed"; file: string; problems: readonly FileProblem[] }
  /** `chosen`: of several. `guide`: null as long as it could not be made, for these `problems`. */
  | {
      at: "read";
      file: string;
      tours: readonly ReadTour[];
      pictures: readonly ReadPicture[];
      chosen: number;
      guide: ReadGuide | null;
      problems: readonly FileProblem[];
    }
  | { at: "confirm"; record: OpenImport; guide: Guide }
  | { at: "done"; guide: Guide };

export type ImportBusy = "list" | "look" | "keep" | "pick" | "decide";
export type ImportProblem = "page" | "store" | "name" | "taken" | "alike";

/** An author makes a guide of a file, and confirms on the page beside the panel what it points at. */
export interface ImportModel {
  open: ReadonlySignal<boolean>;
  stage: ReadonlySignal<ImportStage>;
  /** Imports that are not finished. */
  unfinished: ReadonlySignal<readonly { record: OpenImport; guide: Guide }[]>;
  /** Of the stage "confirm". */
  asked: ReadonlySignal<readonly AskedTarget[]>;
  /** The step that is being asked about, which is shown in the page. */
  current: ReadonlySignal<string | null>;
  busy: ReadonlySignal<ImportBusy | null>;
  problem: ReadonlySignal<ImportProblem | null>;
  /** What the browser or the page said of it, in its own words. */
  cause: ReadonlySignal<string | null>;
  /** Another page is beside the panel, or the same one was loaded anew. */
  showTab(tab: number | null): void;
  toggle(): void;
  read(file: string, bytes: Uint8Array): Promise<void>;
  /** Back to choosing a file; what is a draft already stays. */
  restart(): void;
  choose(tour: number): void;
  rename(name: string): void;
  speak(locale: string): void;
  keep(): Promise<void>;
  goOn(id: string): void;
  end(id: string): Promise<void>;
  look(): Promise<void>;
  select(step: string): Promise<void>;
  accept(step: string): Promise<void>;
  skip(step: string): Promise<void>;
  point(step: string): Promise<void>;
  move(to: TagMove): void;
  take(): void;
  endPicking(): void;
  /** Opens the editor with a draft. */
  edit(guide: string): void;
}
