import type { TextPlace } from "../text-place.ts";
import type { Content } from "./content-builder.ts";
import type { TranslationProblem } from "./fault.ts";

/** A text as a file has it. */
export interface ReadUnit {
  id: string;
  place: TextPlace;
  /** What it was when the file was made. */
  source: Content;
  /** Null: not translated. */
  target: Content | null;
  /** Whether the translator says that it is done. */
  done: boolean;
}

/** A translation of a guide's texts, out of a file. */
export interface TranslationFile {
  guide: string;
  /** Languages. */
  from: string;
  to: string;
  units: readonly ReadUnit[];
}

export type ReadTranslation =
  | { ok: true; file: TranslationFile }
  | { ok: false; problems: TranslationProblem[] };

export function refused(problem: TranslationProblem): ReadTranslation {
  return { ok: false, problems: [problem] };
}
