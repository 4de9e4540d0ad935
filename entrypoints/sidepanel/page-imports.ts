import { createEditorPictures } from "../../components/author/editor-pictures.ts";
import { createImportModel, type ImportModelPorts } from "../../components/author/import-model.ts";
import { send } from "../../lib/message/browser.ts";
import { authorPictures } from "../editor/author-drafts.ts";
import { importsHere } from "./imports-here.ts";
import { pageResolver } from "./page-resolver.ts";
import "../../components/author/import.css";

const pictures = createEditorPictures({
  ask: send,
  fetch: (input, init) => fetch(input, init),
  ...authorPictures,
});

export const importsFor = (ports: Pick<ImportModelPorts, "openEditor" | "onDraft">) =>
  createImportModel({
    ...ports,
    imports: importsHere,
    addPicture: pictures.add,
    // What reads files is large, and wanted only with a file.
    read: async (bytes) => (await import("../../lib/exchange/read-bytes.ts")).readBytes(bytes),
    page: pageResolver,
    now: () => Date.now(),
  });
