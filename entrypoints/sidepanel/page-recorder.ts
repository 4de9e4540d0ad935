import { browser } from "wxt/browser";
import { recorderFor } from "../editor/author-recorder.ts";

export const record = recorderFor(
  (guide) => void browser.tabs.create({ url: `/editor.html?guide=${encodeURIComponent(guide)}` }),
);
