import * as z from "zod/mini";
import { selectorIn, textIn } from "./code-text.ts";
import { type Finding, type FindingCode, finding } from "./finding.ts";
import { type Code, isCode } from "./script-value.ts";

/** What would have to be run, as its source. */
export const CodeValue = z.looseObject({ function: z.string() });

const Words = z.string().check(z.maxLength(10_000));
export const Said = z.union([Words, CodeValue], { error: "a text" });
export const Where = z.union([z.string(), CodeValue], { error: "a CSS selector" });

/** Words as they stand there, or the ones that code plainly hands on. */
export function saidBy(
  value: string | Code | null | undefined,
  path: string,
  findings: Finding[],
): string {
  if (!value) return "";
  if (typeof value === "string") return value;
  const key = textIn(value.function);
  findings.push(
    key === undefined
      ? finding(path, "text-code", flat(value.function))
      : finding(path, "text-key", key),
  );
  return key ?? "";
}

/** The selector, also of code that only looks an element up by one. */
export function whereBy(
  value: string | Code | null | undefined,
  path: string,
  findings: Finding[],
): string | undefined {
  if (!value) return undefined;
  const selector = typeof value === "string" ? value.trim() : selectorIn(value.function);
  if (typeof value !== "string" && selector === undefined) {
    findings.push(finding(path, "target-code", flat(value.function)));
  }
  return selector || undefined;
}

/**
 * Findings for the fields of a record that nothing was made of. `known` says what each means, null that it was used;
 * a function that is not known is code that is not run.
 */
export function leftOver(
  record: object,
  before: string,
  known: Readonly<Record<string, FindingCode | null>>,
): Finding[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (value === undefined || value === null) return [];
    const code = Object.hasOwn(known, key) ? known[key] : isCode(value) ? "hook" : "unknown";
    return code ? [finding(`${before}${key}`, code, shown(value))] : [];
  });
}

function shown(value: unknown): string {
  if (isCode(value)) return flat(value.function);
  return typeof value === "object" ? "" : String(value);
}

/** Source on one line. */
export function flat(source: string): string {
  return source.replace(/\s+/g, " ");
}

/** All of these words with the same meaning. */
export function meaning<T extends FindingCode | null>(code: T, words: string): Record<string, T> {
  return Object.fromEntries(words.split(" ").map((word) => [word, code]));
}
