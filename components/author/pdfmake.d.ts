/** The parts of pdfmake 0.3 that are used; it brings no types. */
declare module "pdfmake/build/pdfmake.min.js" {
  import type { PdfDefinition } from "../../lib/exchange/pdf-node.ts";

  const pdfMake: {
    /** Files for fonts and pictures. */
    virtualfs: { writeFileSync(path: string, content: ArrayBuffer): void };
    addVirtualFileSystem(files: Readonly<Record<string, string>>): void;
    /** Whether an address may be fetched. */
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    /** Told of the share of the pages that are drawn, 0 to 1. */
    setProgressCallback(tell: (share: number) => void): void;
    createPdf(definition: PdfDefinition): { getBuffer(): Promise<Uint8Array<ArrayBuffer>> };
  };

  // biome-ignore lint/style/noDefaultExport: that is what it exports
  export default pdfMake;
}

/** Roboto: base64 by file name. */
declare module "pdfmake/build/vfs_fonts.js" {
  const fonts: Readonly<Record<string, string>>;

  // biome-ignore lint/style/noDefaultExport: that is what it exports
  export default fonts;
}
