import type { Problem } from "../model/parse.ts";
import { findTours } from "./find-tours.ts";
import type { Finding } from "./finding.ts";
import type { ImportOptions } from "./foreign-guide.ts";
import { type Importer, importAs } from "./import-as.ts";
import type { Imported } from "./imported.ts";
import { readMarkup } from "./intro-markup.ts";
import { parseScript } from "./script.ts";
import { createValueReader, isRecord, type Places } from "./script-value.ts";
import { isFollowable } from "./side-test.ts";
import { type FileFault, faultIn } from "./syntax-fault.ts";
import { placeAt, placeOfPath, type TextPlace } from "./text-place.ts";
import { type FileFormat, formatOf } from "./tour-format.ts";

/** One thing wrong with a file, and where; in its text both counted from 1. */
export type FileProblem = Partial<TextPlace> &
  (
    | Problem
    /** `near`: what stands there. */
    | { fault: FileFault; near: string }
  );

/** A guide or a recording in a file. */
export interface ReadTour {
  format: FileFormat;
  /** What the file calls it; undefined if it does not. */
  name: string | undefined;
  place: TextPlace;
  /** As a guide of ours; findings say in which line. */
  convert(
    options: ImportOptions,
  ): { ok: true; value: Imported } | { ok: false; problems: FileProblem[] };
}

/** A picture that came along. Its name is what its bytes say. */
export interface ReadPicture {
  type: string;
  content: Uint8Array<ArrayBuffer>;
}

export type ReadFile =
  | { ok: true; tours: ReadTour[]; pictures?: readonly ReadPicture[] }
  | { ok: false; problems: FileProblem[] };

/**
 * Says what a file is, whatever its name, and reads the guides in it: JSON, JavaScript, TypeScript, or a page with
 * either. Nothing of it is run or fetched. Never throws.
 */
export function readFile(text: string): ReadFile {
  return withinReach(() => read(text.replace(/^\uFEFF/, " "))) ?? fail("nesting");
}

/** Undefined for what is nested so deeply that reading it overflows the stack. */
function withinReach<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function read(source: string): ReadFile {
  if (source.trim() === "") return fail("empty");
  const json = jsonOf(source);
  if (json !== undefined) return fromValue(source, json);
  if (!/^\s*</.test(source)) return fromScript(source);
  const page = fromMarkup(source);
  if (page.ok) return page;
  // Markup that a script begins with: JSX, or the comment that once hid it from browsers.
  const script = fromScript(source);
  return script.ok ? script : page;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: it may be a script or a page, whose readers say what is wrong and where.
    return undefined;
  }
}

function fromValue(text: string, value: unknown): ReadFile {
  const format = formatOf(value);
  if (!format) return fail("unknown");
  const whole = Array.isArray(value) ? { steps: value } : value;
  // Places are only asked for where there is something to tell.
  let places: Places | undefined;
  let root: unknown;
  const placeOf = (path: string) => {
    if (!places) {
      const program = parseScript(text);
      const reader = createValueReader(text, new Map());
      places = reader.places;
      const read = program.ok ? reader.read(program.value) : undefined;
      root = Array.isArray(read) ? { steps: read } : read;
      if (Array.isArray(read)) places.set(root as object, new Map([["steps", 0]]));
    }
    return placeOfPath(text, { value: root, offset: 0, places }, path);
  };
  const tests = isRecord(value) && format === "side" ? (value.tests as unknown[]) : [undefined];
  const shown = tests.some(isFollowable) ? tests.filter(isFollowable) : tests;
  const tours = shown.map((test) => {
    const index = tests.indexOf(test);
    const name = isRecord(test)
      ? test.name
      : isRecord(value)
        ? (value.tourName ?? value.title)
        : undefined;
    return tourOf(
      {
        format,
        name: typeof name === "string" && name !== "" ? name : undefined,
        place: test === undefined ? { line: 1, column: 1 } : placeOf(`tests[${index}]`),
      },
      (options) => importAs(format, whole, { ...options, test: index }),
      placeOf,
    );
  });
  return tours.length > 0 ? { ok: true, tours } : fail("unknown");
}

function fromScript(text: string): ReadFile {
  const program = parseScript(text);
  if (!program.ok) return { ok: false, problems: [faultIn(text, program.error)] };
  if (/^\s*[[{]/.test(text) && program.value.type !== "Program") {
    const reader = createValueReader(text, new Map());
    const value = reader.read(program.value);
    const format = formatOf(value);
    if (format) return fromValue(text, value);
  }
  const tours = findTours(text, program.value).map(({ format, name, value, offset, places }) => {
    const placeOf = (path: string) => placeOfPath(text, { value, offset, places }, path);
    const importer: Importer = (options) => importAs(format, value, options);
    return tourOf({ format, name, place: placeAt(text, offset) }, importer, placeOf);
  });
  return tours.length > 0 ? { ok: true, tours } : fail("unknown");
}

/** The steps that stand on a page's elements, and the tours in its scripts. */
function fromMarkup(html: string): ReadFile {
  const { tours: marked, scripts } = readMarkup(html);
  const onElements = marked.map(({ name, steps, offsets }) => {
    const placeOf = (path: string) =>
      placeAt(html, offsets[Number(/\d+/.exec(path)?.[0] ?? 0)] ?? 0);
    const about = { format: "intro" as const, name: name || undefined, place: placeOf("") };
    return tourOf(about, (options) => importAs("intro", { steps }, options), placeOf);
  });
  const read = scripts.map((part) => fromScript(only(html, part)));
  const tours = [...onElements, ...read.flatMap((one) => (one.ok ? one.tours : []))];
  if (tours.length > 0) return { ok: true, tours };
  const faults = read.flatMap((one) => (one.ok ? [] : one.problems));
  const told = faults.filter(({ line }) => line !== undefined);
  return told.length > 0 ? { ok: false, problems: told } : fail("unknown");
}

/** This part of the text, with everything else blank, so that lines and columns stay what they are. */
function only(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(0, start).replace(/[^\r\n]/g, " ") + text.slice(start, end);
}

function tourOf(
  about: Pick<ReadTour, "format" | "name" | "place">,
  importer: Importer,
  placeOf: (path: string) => TextPlace,
): ReadTour {
  return {
    ...about,
    convert(options) {
      const named = { ...(about.name && { name: about.name }), ...options };
      const result = withinReach(() => importer(named));
      if (!result) return { ok: false, problems: [{ ...about.place, fault: "nesting", near: "" }] };
      if (!result.ok) {
        return {
          ok: false,
          problems: result.error.map((one) => ({ ...one, ...placeOf(one.path) })),
        };
      }
      const findings = result.value.findings.map(
        (one): Finding => ({ ...one, line: placeOf(one.path).line }),
      );
      return { ok: true, value: { ...result.value, findings } };
    },
  };
}

function fail(fault: FileFault): ReadFile {
  return { ok: false, problems: [{ fault, near: "" }] };
}
