import { picturesOf } from "../../lib/exchange/document.ts";
import { documentOfGuide } from "../../lib/exchange/document-of-guide.ts";
import { fileNameOf } from "../../lib/exchange/file-names.ts";
import { guideZip } from "../../lib/exchange/guide-file.ts";
import { guideJson } from "../../lib/exchange/guide-json.ts";
import { htmlDocument } from "../../lib/exchange/html-document.ts";
import { markdown } from "../../lib/exchange/markdown.ts";
import { markdownZip } from "../../lib/exchange/markdown-file.ts";
import { playwrightTest } from "../../lib/exchange/playwright-test.ts";
import { recorderJson } from "../../lib/exchange/recorder-json.ts";
import { explain, type Result } from "../../lib/model/parse.ts";
import type { ExportJob, Making } from "./export-format.ts";
import { loadPdfMake } from "./load-pdfmake.ts";
import { printablePictures } from "./printable-picture.ts";
import { setPdf } from "./set-pdf.ts";

/** Makes the file. `tell`: the share of it that is done, 0 to 1. May take seconds without a pause: for a worker. */
export async function makeExport(job: ExportJob, tell: (share: number) => void): Promise<Making> {
  const { guide, format, locale } = job;
  switch (format) {
    case "pdf":
    case "html":
    case "markdown":
      return makeDocument({ ...job, format }, tell);
    case "waymark":
      return job.pictures.size > 0
        ? written(`${guide.id}.waymark.zip`, ZIP, guideZip(guide, job.pictures))
        : written(`${guide.id}.waymark.json`, JSON_TYPE, guideJson(guide));
    case "recorder":
      return written(`${guide.id}.recorder.json`, JSON_TYPE, recorderJson(guide, locale));
    case "playwright":
      return written(`${guide.id}.spec.ts`, "text/typescript", playwrightTest(guide, locale));
  }
}

/** The part of the time for a PDF that goes into its pictures, roughly. */
const DRAWING = 0.5;
const ZIP = "application/zip";
const JSON_TYPE = "application/json";

async function makeDocument(
  {
    guide,
    format,
    locale,
    date,
    withPictures,
    pictures,
  }: ExportJob & { format: "pdf" | "html" | "markdown" },
  tell: (share: number) => void,
): Promise<Making> {
  const document = documentOfGuide(guide, { locale, date, pictures: withPictures });
  const name = fileNameOf(document.title);
  switch (format) {
    case "html":
      return file(`${name}.html`, "text/html", htmlDocument(document, pictures));
    case "markdown":
      return picturesOf(document).length > 0
        ? file(`${name}.zip`, ZIP, markdownZip(document, pictures))
        : file(
            `${name}.md`,
            "text/markdown",
            markdown(document, () => undefined),
          );
    case "pdf": {
      const drawing = pictures.size > 0 ? DRAWING : 0;
      const [pdfMake, printable] = await Promise.all([
        loadPdfMake(),
        printablePictures(pictures, (share) => tell(drawing * share)),
      ]);
      const set = await setPdf(pdfMake, document, printable, (share) =>
        tell(drawing + (1 - drawing) * share),
      );
      if (!set) return { ok: false, problem: "letters", detail: "" };
      return file(`${name}.pdf`, "application/pdf", set.bytes, set.missing);
    }
  }
}

function written(
  name: string,
  type: string,
  result: Result<string> | Result<Uint8Array<ArrayBuffer>>,
): Making {
  if (!result.ok) return { ok: false, problem: "invalid", detail: explain(result.error) };
  return file(name, type, result.value);
}

function file(
  name: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer>,
  missing: string[] = [],
): Making {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { ok: true, file: { name, type, content: bytes, missing } };
}
