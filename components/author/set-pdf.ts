import type { GuideDocument, Picture } from "../../lib/exchange/document.ts";
import { pdfDefinition } from "../../lib/exchange/pdf-definition.ts";
import type { PdfDefinition } from "../../lib/exchange/pdf-node.ts";

/** The parts of pdfmake 0.3 that are used. */
export interface PdfMake {
  /** Files for fonts and pictures. */
  virtualfs: { writeFileSync(path: string, content: ArrayBuffer): void };
  addVirtualFileSystem(files: Readonly<Record<string, string>>): void;
  /** Whether an address may be fetched. */
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  /** Told of the share of the pages that are drawn, 0 to 1. */
  setProgressCallback(tell: (share: number) => void): void;
  createPdf(definition: PdfDefinition): { getBuffer(): Promise<Uint8Array<ArrayBuffer>> };
}

export interface SetPdf {
  bytes: Uint8Array<ArrayBuffer>;
  /** Characters that its font lacks, and that are left out. */
  missing: string[];
}

/**
 * Sets a document as a PDF; null if its font lacks too much of the document's writing. Pictures are PNG or JPEG.
 * `pdfMake` has its fonts. `tell`: the share of it that is done, 0 to 1. Takes seconds without a pause: for a worker.
 */
export async function setPdf(
  pdfMake: PdfMake,
  document: GuideDocument,
  pictures: ReadonlyMap<string, Picture>,
  tell: (share: number) => void,
): Promise<SetPdf | null> {
  const { definition, letters } = pdfDefinition(document, pictures);
  if (letters.isUnreadable()) return null;
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setProgressCallback(tell);
  for (const [asset, { content }] of pictures) {
    definition.images[asset] = `pictures/${asset}`;
    // It takes its own kind of buffer, or a whole `ArrayBuffer`.
    const { buffer } = new Uint8Array(content);
    pdfMake.virtualfs.writeFileSync(`pictures/${asset}`, buffer);
  }
  const bytes = await pdfMake.createPdf(definition).getBuffer();
  return { bytes: new Uint8Array(bytes), missing: letters.missing() };
}
