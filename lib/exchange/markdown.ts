import type { DocumentBlock, GuideDocument, Section } from "./document.ts";
import { markdownText } from "./markdown-text.ts";
import { plainSpans, type Span } from "./span.ts";

/**
 * The document as CommonMark. `fileOf` says where a picture lies beside it; one that lies nowhere says what it shows.
 */
export function markdown(
  { title, category, facts, sections }: GuideDocument,
  fileOf: (asset: string) => string | undefined,
): string {
  const blocks = [
    `# ${plain(title)}`,
    ...(category ? [markdownText([{ type: "emphasis", children: plainSpans(category) }])] : []),
    plain(facts),
    ...sections.flatMap((section) => sectionOf(section, fileOf)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sectionOf(
  { number, title, page, blocks, notes }: Section,
  fileOf: (asset: string) => string | undefined,
): string[] {
  const noted: DocumentBlock[] =
    notes.length > 0 ? [{ type: "list", ordered: false, items: notes }] : [];
  const all = [...blocks, ...noted];
  return [
    `## ${number}. ${plain(title)}`,
    ...(page ? [pageOf(page)] : []),
    ...all.map((block, at) =>
      block.type === "list" ? listOf(block, isOther(all, at)) : blockOf(block, fileOf),
    ),
  ];
}

/** Whether this list would go on the one before it, if it had the same marks. */
function isOther(blocks: readonly DocumentBlock[], at: number): boolean {
  let before = 0;
  while (at - before > 0 && blocks[at - before - 1]?.type === "list") before++;
  return before % 2 === 1;
}

function listOf({ ordered, items }: List, other: boolean): string {
  const [delimiter, bullet] = other ? [")", "*"] : [".", "-"];
  return items
    .map((item, at) => `${ordered ? `${at + 1}${delimiter}` : bullet} ${markdownText(item)}`)
    .join("\n");
}

type List = Extract<DocumentBlock, { type: "list" }>;

function pageOf({ said, address, href }: NonNullable<Section["page"]>): string {
  const text: Span[] = [{ type: "text", text: address }];
  return markdownText([
    { type: "text", text: `${said} ` },
    href ? { type: "link", href, children: text } : { type: "code", text: address },
  ]);
}

function blockOf(
  block: Exclude<DocumentBlock, List>,
  fileOf: (asset: string) => string | undefined,
): string {
  switch (block.type) {
    case "paragraph":
      return markdownText(block.spans);
    case "heading":
      return `### ${markdownText(block.spans)}`;
    case "picture": {
      const file = fileOf(block.asset);
      const alt = plain(block.alt);
      return file ? `![${alt}](${file})` : alt || "…";
    }
  }
}

function plain(text: string): string {
  return markdownText(plainSpans(text));
}
