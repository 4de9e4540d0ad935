import type { Span } from "./span.ts";

/** A piece of a line of Markdown. A mark holds to the text beside it by rules that `settled` sees to. */
type Piece =
  | { type: "text"; source: string }
  /** Its ends are punctuation, and nothing in it is changed. */
  | { type: "whole"; source: string }
  | { type: "open" | "close"; source: "**" | "_" };

/** Spans as a line of CommonMark that says just this in every renderer. */
export function markdownText(spans: readonly Span[]): string {
  return written(spans)
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

function written(spans: readonly Span[]): string {
  return settled(spans.flatMap(piecesOf));
}

function piecesOf(span: Span): Piece[] {
  switch (span.type) {
    case "text":
      return [{ type: "text", source: escaped(span.text) }];
    case "code":
      return [{ type: "whole", source: codeSpan(span.text) }];
    case "strong":
    case "emphasis": {
      const source = span.type === "strong" ? "**" : "_";
      return [
        { type: "open", source },
        ...span.children.flatMap(piecesOf),
        { type: "close", source },
      ];
    }
    case "link":
      return [{ type: "whole", source: `[${written(span.children)}](${destination(span.href)})` }];
    case "step":
      return span.children.flatMap(piecesOf);
  }
}

/** What could begin something anywhere; what can only at the beginning of a line `markdownText` sees to. */
const SPECIAL = /[\\`*_[\]<>~#$|]|&(?=#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]*;)/g;

function escaped(text: string): string {
  return text.replace(SPECIAL, "\\$&");
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$/.test(text) || /^ .*[^ ].* $/.test(text) ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

function destination(href: string): string {
  return `<${href.replace(/[\\<>]|&(?=#?\w+;)/g, "\\$&")}>`;
}

const SPACE = /^\s$/u;
/** Renderers differ in what they count as punctuation: symbols, letters outside of the first 65536. Not in these. */
const SURE_PUNCTUATION = /^[!-/:-@[-`{-~«»“”„‘’–—…]$/;
const PERHAPS_PUNCTUATION = /^[\p{P}\p{S}]$/u;

/**
 * Writes characters beside marks as references where the mark would not count as one otherwise: spaces within,
 * letters outside of punctuation, and letters outside of "_". A reference is punctuation itself, so that the marks
 * beside it are looked at again.
 */
function settled(pieces: readonly Piece[]): string {
  const sources = pieces.map(({ source }) => source);
  pieces.forEach(({ type, source }, at) => {
    if (type === "text" && source.endsWith("!") && sources[at + 1]?.startsWith("[")) {
      sources[at] = `${source.slice(0, -1)}\\!`;
    }
  });
  let before: string;
  do {
    before = sources.join("");
    pieces.forEach(({ type }, at) => {
      if (type === "open") settle(sources, at, { within: at + 1, beside: at - 1 }, "start");
      if (type === "close") settle(sources, at, { within: at - 1, beside: at + 1 }, "end");
    });
  } while (sources.join("") !== before);
  return before;
}

/** `end`: which end of what is within the mark is beside it. */
function settle(
  sources: string[],
  at: number,
  { within, beside }: { within: number; beside: number },
  end: End,
): void {
  const otherEnd = end === "start" ? "end" : "start";
  if (SPACE.test(characterAt(sources[within], end))) refer(sources, within, end);
  const outer = characterAt(sources[beside], otherEnd);
  if (outer === "" || SPACE.test(outer) || SURE_PUNCTUATION.test(outer)) return;
  if (sources[at] === "_" || PERHAPS_PUNCTUATION.test(characterAt(sources[within], end))) {
    refer(sources, beside, otherEnd);
  }
}

type End = "start" | "end";

function characterAt(source: string | undefined, end: End): string {
  const characters = source?.match(end === "start" ? /^./su : /.$/su);
  return characters?.[0] ?? "";
}

function refer(sources: string[], at: number, end: End): void {
  const source = sources[at] ?? "";
  const character = characterAt(source, end);
  const reference = `&#x${(character.codePointAt(0) ?? 0).toString(16)};`;
  const rest =
    end === "start" ? source.slice(character.length) : source.slice(0, -character.length);
  sources[at] = end === "start" ? reference + rest : rest + reference;
}
