import type { Inline } from "../model/rich-text.ts";
import { isSafeUrl } from "../model/safe-url.ts";
import { type Run, readableRuns } from "./run.ts";

/**
 * Text of a document in a form that every format can say: links hold strong, strong holds emphasis, never the other
 * way round; nothing is within its like, nothing is empty, no mark begins or ends with a space.
 */
export type Span =
  | { type: "text" | "code"; text: string }
  | { type: "strong" | "emphasis"; children: Span[] }
  | { type: "link"; href: string; children: Span[] }
  /** Leads to a step of the same document. */
  | { type: "step"; number: number; children: Span[] };

/** Of an author's text. Variables say their fallback: a document is for everybody. */
export function spansOf(inlines: readonly Inline[]): Span[] {
  return grouped(readableRuns(flatten(inlines, {})), 0);
}

/** Of a text without marks. */
export function plainSpans(text: string): Span[] {
  return spansOf(text ? [{ type: "text", text }] : []);
}

/** What spans say, without their marks. */
export function textOfSpans(spans: readonly Span[]): string {
  return spans.map((span) => ("text" in span ? span.text : textOfSpans(span.children))).join("");
}

type Marks = Omit<Run, "text">;

function flatten(inlines: readonly Inline[], marks: Marks): Run[] {
  return inlines.flatMap((inline) => runsOf(inline, marks));
}

function runsOf(inline: Inline, marks: Marks): Run[] {
  switch (inline.type) {
    case "text":
      return [{ ...marks, text: inline.text }];
    case "variable":
      return [{ ...marks, text: inline.fallback }];
    case "code":
      return [{ ...marks, code: true, text: inline.text }];
    case "strong":
    case "emphasis":
      return flatten(inline.children, { ...marks, [inline.type]: true });
    case "link": {
      const href = marks.href ?? (isSafeUrl(inline.href) ? inline.href : undefined);
      return flatten(inline.children, { ...marks, ...(href && { href }) });
    }
  }
}

const LEVELS = ["href", "strong", "emphasis"] as const;

function grouped(runs: readonly Run[], level: number): Span[] {
  const key = LEVELS[level];
  if (!key) return runs.map(({ text, code }) => ({ type: code ? "code" : "text", text }));
  const spans: Span[] = [];
  for (let from = 0; from < runs.length; ) {
    const mark = runs[from]?.[key];
    let to = from + 1;
    while (to < runs.length && runs[to]?.[key] === mark) to++;
    const children = grouped(runs.slice(from, to), level + 1);
    if (mark === undefined) spans.push(...children);
    else if (key === "href") spans.push({ type: "link", href: String(mark), children });
    else spans.push({ type: key, children });
    from = to;
  }
  return spans;
}
