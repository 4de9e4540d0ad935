import { browser } from "wxt/browser";
import { createMyGuidesModel } from "../../components/author/my-guides-model.ts";
import { MyGuidesCard } from "../../components/author/my-guides-screen.tsx";
import { PreviewCard } from "../../components/author/preview-card.tsx";
import { send } from "../../lib/message/browser.ts";
import { authorDrafts } from "../editor/author-drafts.ts";
import { preview } from "./page-preview.ts";
import "../../components/author/author.css";

const model = createMyGuidesModel({
  drafts: authorDrafts,
  ask: send,
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
});
const editor = (guide: string) => `/editor.html?guide=${encodeURIComponent(guide)}`;

/** What an author does in the panel. The editor takes the panel's place and leads back. */
export const authoring = {
  refresh: () => {
    void model.data.load();
    void preview.load();
  },
  showTab: preview.showTab,
  view: () => (
    <>
      <MyGuidesCard
        model={model}
        onOpen={(guide) => location.assign(`${editor(guide)}&panel`)}
        onOpenTab={(guide) => void browser.tabs.create({ url: editor(guide) })}
        onAll={() => void browser.tabs.create({ url: "/editor.html" })}
      />
      <PreviewCard model={preview} />
    </>
  ),
};
