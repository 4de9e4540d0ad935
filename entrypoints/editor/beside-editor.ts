import { browser } from "wxt/browser";
import type { EditorScreenProps } from "../../components/author/editor-screen.tsx";
import { onChanged } from "../../lib/message/browser.ts";
import { pageOfEditor } from "./author-pages.ts";
import { recorderFor } from "./author-recorder.ts";

/** What the editor does with pages; `onMade` gets the draft that a recording was put into. */
export const besideEditor = (
  inPanel: boolean,
  onMade: (guide: string) => void,
  signal: AbortSignal,
): Pick<EditorScreenProps, "page" | "record" | "onOpenOptions"> => {
  const record = recorderFor(onMade);
  const load = () => void record.data.load();
  onChanged(load, signal);
  load();
  const onOpenOptions = () => void browser.runtime.openOptionsPage();
  return { page: pageOfEditor(inPanel, signal), record, onOpenOptions };
};
