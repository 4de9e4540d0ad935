import pdfMake from "pdfmake/build/pdfmake.min.js";
import fonts from "pdfmake/build/vfs_fonts.js";
import type { GuideDocument, Picture } from "../../lib/exchange/document.ts";
import { pdfDefinition } from "../../lib/exchange/pdf-definition.ts";

export interface SetPdf {
  bytes: Uint8Array<ArrayBuffer>;
  /** Characters that its font lacks, and that are left out. */
  missing: string[];
}

/**
 * Sets a document as a PDF; null if its font lacks too much of the document's writing. Pictures are PNG or JPEG.
 * `tell`: the share of it that is done, 0 to 1. Takes seconds without a pause: for a worker.
 */
export async function setPdf(
  document: GuideDocument,
  pictures: ReadonlyMap<string, Picture>,
  tell: (share: number) => void,
): Promise<SetPdf | null> {
  const { definition, letters } = pdfDefinition(document, pictures);
  if (letters.isUnreadable()) return null;
  pdfMake.addVirtualFileSystem(fonts);
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setProgressCallback(tell);
  for (const [asset, { content }] of pictures) {
    definition.images[asset] = `pictures/${asset}`;
    // It takes its own kind of buffer, or a whole `ArrayBuffer`.
    const { buffer } = new Uint8Array(content);
    pdfMake.virtualfs.writeFileSync(`pictures/${asset}`, buffer);
  }
  const bytes = await pdfMake.createPdf(definition).getBuffer();
  return { bytes, missing: letters.missing() };
}
