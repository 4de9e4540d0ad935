import type { ExportJob, Making } from "./export-format.ts";
import { makeExport } from "./make-export.ts";

/** What the worker says to the page that started it. */
export type WorkerNews =
  | { share: number }
  | { making: Making }
  /** Something that should not have happened. */
  | { broken: string };

function say(news: WorkerNews, transfer: Transferable[] = []): void {
  postMessage(news, { transfer });
}

addEventListener("message", ({ data }: MessageEvent<ExportJob>) => {
  makeExport(data, (share) => say({ share })).then(
    (making) => say({ making }, making.ok ? [making.file.content.buffer] : []),
    (error: unknown) => say({ broken: String(error) }),
  );
});
