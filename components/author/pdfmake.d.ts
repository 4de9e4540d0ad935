/** Files of pdfmake 0.3, which brings no types; what is used of it stands in set-pdf.ts. */
declare module "pdfmake/build/pdfmake.min.js?url" {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: so the bundler gives it
  export default url;
}
declare module "pdfmake/build/vfs_fonts.js?url" {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: so the bundler gives it
  export default url;
}
declare module "pdfmake/build/pdfmake.min.js" {
  import type { PdfMake } from "./set-pdf.ts";

  const pdfMake: PdfMake;
  // biome-ignore lint/style/noDefaultExport: that is what it exports
  export default pdfMake;
}
/** Roboto: base64 by file name. */
declare module "pdfmake/build/vfs_fonts.js" {
  const fonts: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: that is what it exports
  export default fonts;
}
