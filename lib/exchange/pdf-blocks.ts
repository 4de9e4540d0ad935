import type { DocumentBlock, Section } from "./document.ts";
import type { Letters } from "./pdf-letters.ts";
import type { PdfNode, PdfTableLayout } from "./pdf-node.ts";
import type { Span } from "./span.ts";

export const INK = "#17201c";
export const QUIET = "#56635d";
export const ACCENT = "#0e6b4a";
const LINE = "#d5dcd8";
const CODE = "#eef2f0";

/** Of everything below a step's number, pt. */
export const INDENT = 34;
/** Pt of a pixel, so that a screenshot's text is about as large as that around it. */
const PER_PIXEL = 0.6;
const WIDEST = 499 - INDENT;
const HIGHEST = 340;

export interface PdfSurroundings {
  letters: Letters;
  /** Of pictures that can be shown, in pixels. */
  sizes: ReadonlyMap<string, { width: number; height: number }>;
}

export function blockNode(
  block: DocumentBlock,
  { label }: Section,
  around: PdfSurroundings,
): PdfNode {
  const { letters } = around;
  switch (block.type) {
    case "paragraph":
      return { text: spanNodes(block.spans, letters), margin: [INDENT, 0, 0, 7] };
    case "heading":
      return {
        text: spanNodes(block.spans, letters),
        fontSize: 11.5,
        bold: true,
        margin: [INDENT, 5, 0, 4],
      };
    case "list": {
      const items = block.items.map(
        (item): PdfNode => ({
          text: spanNodes(item, letters),
          margin: [0, 0, 0, 3],
        }),
      );
      const margin: PdfNode["margin"] = [INDENT, 0, 0, 5];
      return block.ordered ? { ol: items, margin } : { ul: items, markerColor: QUIET, margin };
    }
    case "picture":
      return pictureNode(block, label, around);
  }
}

/** The picture in a frame, never larger than the page, with the number of its step below. */
function pictureNode(
  { asset, alt }: { asset: string; alt: string },
  label: string,
  { letters, sizes }: PdfSurroundings,
): PdfNode {
  const size = sizes.get(asset);
  const margin: PdfNode["margin"] = [INDENT, 4, 0, 10];
  if (!size) return { text: letters.of(alt || "…"), italics: true, color: QUIET, margin };
  const scale = Math.min(PER_PIXEL, WIDEST / size.width, HIGHEST / size.height);
  const width = size.width * scale;
  const picture: PdfNode = { image: asset, width, height: size.height * scale };
  const caption: PdfNode[] = [
    { text: letters.of(label), bold: true, color: ACCENT },
    ...(alt ? [{ text: letters.of(` · ${alt}`) }] : []),
  ];
  return {
    stack: [
      { table: { widths: [width], body: [[picture]], dontBreakRows: true }, layout: FRAME },
      { text: caption, fontSize: 8.5, color: QUIET, margin: [0, 4, 0, 0] },
    ],
    unbreakable: true,
    margin,
  };
}

const half = () => 0.5;
const none = () => 0;
const line = () => LINE;
const FRAME: PdfTableLayout = {
  hLineWidth: half,
  vLineWidth: half,
  hLineColor: line,
  vLineColor: line,
  paddingLeft: none,
  paddingRight: none,
  paddingTop: none,
  paddingBottom: none,
};

export function spanNodes(
  spans: readonly Span[],
  letters: Letters,
  marks: PdfNode = {},
): PdfNode[] {
  return spans.flatMap((span) => spanNode(span, letters, marks));
}

function spanNode(span: Span, letters: Letters, marks: PdfNode): PdfNode[] {
  const within = (more: PdfNode) =>
    "children" in span ? spanNodes(span.children, letters, { ...marks, ...more }) : [];
  switch (span.type) {
    case "text":
      return [{ ...marks, text: letters.of(span.text) }];
    case "code":
      return [{ ...marks, text: letters.of(span.text), background: CODE }];
    case "strong":
      return within({ bold: true });
    case "emphasis":
      return within({ italics: true });
    case "link":
      return within({ ...LINK, link: span.href });
    case "step":
      return within({ ...LINK, linkToDestination: stepId(span.number) });
  }
}

const LINK: PdfNode = { color: ACCENT, decoration: "underline", decorationColor: ACCENT };

export function stepId(number: number): string {
  return `step-${number}`;
}
