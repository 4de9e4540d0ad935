/** What is said to pdfmake, as far as we say it. Lengths in points, margins left, top, right, bottom. */
export interface PdfNode {
  text?: string | PdfNode[];
  stack?: PdfNode[];
  columns?: PdfNode[];
  columnGap?: number;
  ul?: PdfNode[];
  ol?: PdfNode[];
  table?: { widths: (number | "*" | "auto")[]; body: PdfNode[][]; dontBreakRows?: boolean };
  layout?: PdfTableLayout | "noBorders";
  image?: string;
  canvas?: PdfShape[];
  width?: number | "*" | "auto";
  height?: number;
  margin?: [number, number, number, number];
  relativePosition?: { x: number; y: number };
  alignment?: "left" | "center" | "right";
  fontSize?: number;
  lineHeight?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  background?: string;
  markerColor?: string;
  decoration?: "underline";
  decorationColor?: string;
  characterSpacing?: number;
  link?: string;
  linkToDestination?: string;
  /** The number of the page where the node of this id is. */
  pageReference?: string;
  id?: string;
  outline?: boolean;
  outlineText?: string;
  unbreakable?: boolean;
  pageBreak?: "before";
}

export type PdfShape =
  | { type: "ellipse"; x: number; y: number; r1: number; r2: number; color: string }
  | { type: "rect"; x: number; y: number; w: number; h: number; color: string };

export interface PdfTableLayout {
  hLineWidth: () => number;
  vLineWidth: () => number;
  hLineColor: () => string;
  vLineColor: () => string;
  paddingLeft: () => number;
  paddingRight: () => number;
  paddingTop: () => number;
  paddingBottom: () => number;
}

export interface PdfDefinition {
  pageSize: "A4";
  pageMargins: [number, number, number, number];
  version: "1.7";
  language: string;
  displayTitle: boolean;
  info: { title: string; creator: string; producer: string };
  defaultStyle: PdfNode;
  content: PdfNode[];
  footer: (page: number, pages: number) => PdfNode;
  /** Where each picture lies, by name. */
  images: Record<string, string>;
}
