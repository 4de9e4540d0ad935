import { isCode, isRecord } from "./script-value.ts";

/** What a file with a guide or a recording can be. */
export type FileFormat =
  | "waymark"
  | "node-red"
  | "driver"
  | "shepherd"
  | "intro"
  | "side"
  | "recorder";
/** Those that are lists of steps in a script. */
export type TourFormat = Extract<FileFormat, "node-red" | "driver" | "shepherd" | "intro">;

/** Fields by which a step says whose it is, the surest first. */
const SIGNS: readonly [TourFormat, readonly string[]][] = [
  ["driver", ["popover"]],
  ["intro", ["intro"]],
  [
    "shepherd",
    ["attachTo", "advanceOn", "beforeShowPromise", "showOn", "cancelIcon", "canClickTarget"],
  ],
  ["node-red", ["wait", "direction", "titleIcon"]],
];

/** Whose steps these are; undefined: not the steps of a tour that is known. */
export function formatOfSteps(steps: unknown): TourFormat | undefined {
  if (!Array.isArray(steps)) return undefined;
  const records = steps.filter((step) => isRecord(step) && !isCode(step)) as object[];
  for (const [format, signs] of SIGNS) {
    if (records.some((step) => signs.some((sign) => Object.hasOwn(step, sign)))) return format;
  }
  const isNodeRed = (step: object) =>
    "description" in step && "title" in step && isByLanguage(step.title);
  if (records.some(isNodeRed)) return "node-red";
  const isShepherd = (step: object) =>
    Object.hasOwn(step, "text") &&
    ["buttons", "when", "classes"].some((key) => Object.hasOwn(step, key));
  return records.some(isShepherd) ? "shepherd" : undefined;
}

function isByLanguage(text: unknown): boolean {
  return isRecord(text) && Object.keys(text).some((key) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(key));
}

/** What a value that was read from JSON, or as JSON, is as a whole. */
export function formatOf(value: unknown): FileFormat | undefined {
  if (Array.isArray(value)) return formatOfSteps(value);
  if (!isRecord(value)) return undefined;
  if (typeof value.format === "number" && typeof value.kind === "string") return "waymark";
  if (Array.isArray(value.tests) && ("suites" in value || value.tests.some(hasCommands)))
    return "side";
  if (!Array.isArray(value.steps)) return undefined;
  const isRecorded = (step: unknown) => isRecord(step) && typeof step.type === "string";
  if (value.steps.some(isRecorded) && value.steps.every(isRecorded)) return "recorder";
  return formatOfSteps(value.steps);
}

function hasCommands(test: unknown): boolean {
  return isRecord(test) && Array.isArray(test.commands);
}
