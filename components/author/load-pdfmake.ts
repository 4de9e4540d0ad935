import pdfmakeUrl from "pdfmake/build/pdfmake.min.js?url";
import fontsUrl from "pdfmake/build/vfs_fonts.js?url";
import type { PdfMake } from "./set-pdf.ts";

/**
 * pdfmake with its fonts, for a worker, once. Both are files of the extension as they were published: what makes our own
 * code small would break functions that are used as constructors. They give themselves to a loader of AMD modules and to
 * a global variable, the only ways that are open to them in a worker of modules.
 */
export async function loadPdfMake(): Promise<PdfMake> {
  const loader = (_needs: readonly string[], make: () => PdfMake) => {
    Object.assign(globalThis, { pdfMake: make() });
  };
  Object.assign(globalThis, { define: Object.assign(loader, { amd: true }) });
  await import(/* @vite-ignore */ pdfmakeUrl);
  await import(/* @vite-ignore */ fontsUrl);
  return (globalThis as unknown as { pdfMake: PdfMake }).pdfMake;
}
