import type { GuideDocument, Section } from "./document.ts";
import {
  ACCENT,
  blockNode,
  INDENT,
  INK,
  type PdfSurroundings,
  QUIET,
  spanNodes,
  stepId,
} from "./pdf-blocks.ts";
import { createLetters, type Letters } from "./pdf-letters.ts";
import type { PdfDefinition, PdfNode } from "./pdf-node.ts";
import { textOfSpans } from "./span.ts";

/** Fewer steps than these are seen at a glance. */
const CONTENTS_FROM = 4;
/** Letters of a paragraph that surely fits on the page of its step's title and picture. */
const SHORT = 600;

/** The document as pdfmake wants it; its pictures are named as in the document. */
export function pdfDefinition(
  document: GuideDocument,
  sizes: PdfSurroundings["sizes"],
): { definition: PdfDefinition; letters: Letters } {
  const letters = createLetters();
  const around = { letters, sizes };
  const title = letters.of(document.title);
  const hasContents = document.sections.length >= CONTENTS_FROM;
  const definition: PdfDefinition = {
    pageSize: "A4",
    pageMargins: [48, 56, 48, 64],
    version: "1.7",
    language: document.lang,
    displayTitle: true,
    info: { title: document.title, creator: "Waymark", producer: "Waymark" },
    defaultStyle: { fontSize: 10.5, lineHeight: 1.25, color: INK },
    content: [
      ...headNodes(document, letters),
      ...(hasContents ? contentsNodes(document, letters) : []),
      ...document.sections.map((section, at) => ({
        ...(at < document.sections.length - 1
          ? sectionNode(section, around)
          : withoutTail(sectionNode(section, around))),
        ...(hasContents && at === 0 && { pageBreak: "before" as const }),
      })),
    ],
    footer: (page, pages) => ({
      columns: [
        { text: title.length > 90 ? `${title.slice(0, 89)}…` : title, width: "*" },
        { text: `${page} / ${pages}`, width: "auto", alignment: "right" },
      ],
      columnGap: 24,
      fontSize: 8.5,
      color: QUIET,
      margin: [48, 24, 48, 0],
    }),
    images: {},
  };
  return { definition, letters };
}

function headNodes({ title, category, facts }: GuideDocument, letters: Letters): PdfNode[] {
  return [
    {
      canvas: [{ type: "rect", x: 0, y: 0, w: 44, h: 4, color: ACCENT }],
      margin: [0, 8, 0, 16],
    },
    ...(category ? [{ text: letters.of(category), bold: true, color: ACCENT }] : []),
    { text: letters.of(title), fontSize: 25, bold: true, lineHeight: 1.1, margin: [0, 2, 0, 8] },
    { text: letters.of(facts), color: QUIET, margin: [0, 0, 0, 24] },
  ];
}

function contentsNodes({ sections, labels }: GuideDocument, letters: Letters): PdfNode[] {
  const rows = sections.map(({ number, title }): PdfNode[] => {
    const linkToDestination = stepId(number);
    return [
      { text: `${number}`, color: QUIET, alignment: "right", linkToDestination },
      { text: letters.of(title), linkToDestination },
      { pageReference: stepId(number), color: QUIET, alignment: "right", linkToDestination },
    ];
  });
  return [
    { text: letters.of(labels.contents), fontSize: 13, bold: true, margin: [0, 0, 0, 6] },
    {
      table: { widths: [20, "*", "auto"], body: rows, dontBreakRows: true },
      layout: "noBorders",
    },
  ];
}

/** The title stays with what comes first, and that with its picture; what follows may stand on the next page. */
function sectionNode(section: Section, around: PdfSurroundings): PdfNode {
  const { blocks, notes } = section;
  const { letters } = around;
  const together = countTogether(section);
  const node = (block: Section["blocks"][number]) => blockNode(block, section, around);
  const beginning = [titleNode(section, letters), ...blocks.slice(0, together).map(node)];
  const noted: PdfNode[] = notes.map((note) => ({
    text: spanNodes(note, letters),
    color: QUIET,
    fontSize: 9.5,
    margin: [INDENT, 0, 0, 4],
  }));
  return {
    stack: [{ stack: beginning, unbreakable: true }, ...blocks.slice(together).map(node), ...noted],
    margin: [0, 0, 0, 16],
  };
}

/** Without the space below: where it does not fit any more pdfmake would give it a page of its own. */
function withoutTail(node: PdfNode): PdfNode {
  const [left, top, right] = node.margin ?? [0, 0, 0];
  const last = node.stack?.at(-1);
  return {
    ...node,
    ...(last && { stack: [...(node.stack ?? []).slice(0, -1), withoutTail(last)] }),
    margin: [left, top, right, 0],
  };
}

/** How many of a step's first blocks stand on the page of its title: up to the first picture, if that is not far. */
function countTogether({ blocks }: Section): number {
  let length = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.type === "picture") return at + 1;
    length += lengthOf(block);
    if (length > SHORT) return Math.min(at, 1);
  }
  return Math.min(blocks.length, 1);
}

function lengthOf(block: Exclude<Section["blocks"][number], { type: "picture" }>): number {
  const lines = block.type === "list" ? block.items : [block.spans];
  // A line of a list takes one at least.
  return lines.reduce((sum, spans) => sum + Math.max(80, textOfSpans(spans).length), 0);
}

function titleNode({ number, title, page }: Section, letters: Letters): PdfNode {
  const said = letters.of(title);
  const badge: PdfNode = {
    width: 22,
    stack: [
      { canvas: [{ type: "ellipse", x: 11, y: 11, r1: 11, r2: 11, color: ACCENT }] },
      {
        text: `${number}`,
        color: "#ffffff",
        bold: true,
        fontSize: 10,
        lineHeight: 1,
        alignment: "center",
        relativePosition: { x: 0, y: -17 },
      },
    ],
  };
  const heading: PdfNode = {
    text: said,
    id: stepId(number),
    outline: true,
    outlineText: `${number}. ${said}`,
    fontSize: 13.5,
    bold: true,
    lineHeight: 1.15,
    margin: [0, 2, 0, 0],
  };
  const where: PdfNode[] = page
    ? [
        {
          text: [
            { text: letters.of(`${page.said} `) },
            {
              text: letters.of(page.address),
              color: ACCENT,
              ...(page.href && { link: page.href }),
            },
          ],
          fontSize: 9,
          color: QUIET,
          margin: [INDENT, 0, 0, 6],
        },
      ]
    : [];
  return {
    stack: [{ columns: [badge, heading], columnGap: INDENT - 22, margin: [0, 0, 0, 6] }, ...where],
  };
}
