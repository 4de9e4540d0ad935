import type * as z from "zod/mini";
import type { Problem } from "./problem.ts";
import { RULES } from "./rule.ts";

export type { Problem } from "./problem.ts";

export type Result<T, E = Problem[]> = { ok: true; value: T } | { ok: false; error: E };

/** Parses outside input. Never throws; the problems name the field and how to mend it. */
export function parse<T extends z.ZodMiniType>(schema: T, input: unknown): Result<z.infer<T>> {
  try {
    const result = schema.safeParse(input, { reportInput: true });
    if (result.success) return { ok: true, value: result.data };
    return { ok: false, error: result.error.issues.flatMap((issue) => toProblems(issue, input)) };
  } catch (error) {
    // Input nested so deeply that reading it overflows the stack.
    if (!(error instanceof RangeError)) throw error;
    return {
      ok: false,
      error: [{ path: "", found: "very deep nesting", allowed: "less nesting" }],
    };
  }
}

/** As `parse` for a JSON text, with the place of a syntax error. */
export function parseJson<T extends z.ZodMiniType>(schema: T, text: string): Result<z.infer<T>> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      error: [{ path: "", found: String((error as Error).message), allowed: "valid JSON" }],
    };
  }
  return parse(schema, input);
}

/** One line a problem, for people. */
export function explain(problems: readonly Problem[]): string {
  return problems
    .map(({ path, found, allowed }) => `${path || "input"}: found ${found}, allowed is ${allowed}`)
    .join("\n");
}

type Issue = z.core.$ZodIssue;

function toProblems(issue: Issue, root: unknown, base: readonly PropertyKey[] = []): Problem[] {
  const path = [...base, ...issue.path];
  const at = (extra: readonly PropertyKey[], allowed: string): Problem => {
    const full = [...path, ...extra];
    return { path: formatPath(full), found: show(valueAt(root, full)), allowed };
  };
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => at([key], RULES.unknown));
    case "invalid_type":
      return [at([], issue.expected)];
    case "invalid_value":
      return [at([], issue.values.map((value) => JSON.stringify(value)).join(" or "))];
    case "too_small":
      return [at([], `at least ${issue.minimum}${unit(issue.origin)}`)];
    case "too_big":
      return [at([], `at most ${issue.maximum}${unit(issue.origin)}`)];
    case "invalid_union":
      return unionProblems(issue, root, path, at);
    case "invalid_key":
      return issue.issues.map((inner) => at([], `a key that is ${allowedBy(inner)}`));
    case "invalid_format":
      return [at([], issue.message === "Invalid input" ? issue.format : issue.message)];
    default:
      return [at([], issue.message)];
  }
}

function unionProblems(
  issue: Extract<Issue, { code: "invalid_union" }>,
  root: unknown,
  path: readonly PropertyKey[],
  at: (extra: readonly PropertyKey[], allowed: string) => Problem,
): Problem[] {
  if (issue.discriminator) {
    const options = (issue as { options?: readonly unknown[] }).options ?? [];
    const allowed = options.map((value) => JSON.stringify(value)).join(" or ");
    const extra = path.at(-1) === issue.discriminator ? [] : [issue.discriminator];
    return [at(extra, allowed || `one of the known values of "${issue.discriminator}"`)];
  }
  const branches = issue.errors.map((errors) =>
    errors.flatMap((inner) => toProblems(inner, root, path)),
  );
  const deepest = branches.filter((problems) => problems.some((p) => p.path !== formatPath(path)));
  if (deepest[0]) return deepest[0];
  if (issue.message !== "Invalid input") return [at([], issue.message)];
  return [at([], [...new Set(branches.flat().map((p) => p.allowed))].join(" or "))];
}

function allowedBy(issue: Issue): string {
  return issue.code === "invalid_format" || issue.code === "custom" ? issue.message : "another one";
}

function unit(origin: string): string {
  if (origin === "string") return " characters";
  if (origin === "array") return " entries";
  return "";
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    const name = String(key);
    if (!/^[\w-]+$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text ? `${text}.${name}` : name;
  }, "");
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
