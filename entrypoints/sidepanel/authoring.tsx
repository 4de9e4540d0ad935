import { browser } from "wxt/browser";
import { ImportCard } from "../../components/author/import-card.tsx";
import { createMyGuidesModel } from "../../components/author/my-guides-model.ts";
import { MyGuidesCard } from "../../components/author/my-guides-screen.tsx";
import { PreviewCard } from "../../components/author/preview-card.tsx";
import { send } from "../../lib/message/browser.ts";
import { authorDrafts } from "../editor/author-drafts.ts";
import { importsFor } from "./page-imports.ts";
import { preview } from "./page-preview.ts";
import "../../components/author/author.css";

const model = createMyGuidesModel({
  drafts: authorDrafts,
  ask: send,
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
});
const editor = (guide: string) => `/editor.html?guide=${encodeURIComponent(guide)}`;
const open = (guide: string) => location.assign(`${editor(guide)}&panel`);
const imports = importsFor({ openEditor: open, onDraft: () => void model.data.load() });

/** What an author does in the panel. The editor takes the panel's place and leads back. */
export const authoring = {
  refresh: () => {
    void model.data.load();
    void preview.load();
  },
  showTab: (tab: Parameters<typeof preview.showTab>[0]) => {
    preview.showTab(tab);
    imports.showTab(tab?.id ?? null);
  },
  view: () => (
    <>
      <MyGuidesCard
        model={model}
        onOpen={open}
        onOpenTab={(guide) => void browser.tabs.create({ url: editor(guide) })}
        onAll={() => void browser.tabs.create({ url: "/editor.html" })}
      />
      <PreviewCard model={preview} />
      <ImportCard model={imports} />
    </>
  ),
};
