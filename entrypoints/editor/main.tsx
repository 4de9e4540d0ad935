import { browser } from "wxt/browser";
import { createEditorModel } from "../../components/author/editor-model.ts";
import { createEditorPictures } from "../../components/author/editor-pictures.ts";
import { EditorScreen } from "../../components/author/editor-screen.tsx";
import { createMyGuidesModel } from "../../components/author/my-guides-model.ts";
import { MyGuidesScreen } from "../../components/author/my-guides-screen.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { onChanged, send } from "../../lib/message/browser.ts";
import { authorDrafts, authorPictures } from "./author-drafts.ts";
import { besideEditor } from "./beside-editor.ts";
import "../../components/ui/ui.css";
import "../../components/author/author.css";
import "../../components/author/export.css";
import "../../components/author/import.css";
import "../../components/author/condition.css";
import "../../components/author/picture.css";

const page = new AbortController();
const search = new URLSearchParams(location.search);
const guide = search.get("guide");
/** It stands in the side panel, from where it came. */
const inPanel = search.has("panel");
const ask = send;
const request: typeof fetch = (input, init) => fetch(input, init);
const now = () => Date.now();

const open = (id: string) =>
  location.assign(`/editor.html?guide=${encodeURIComponent(id)}${inPanel ? "&panel" : ""}`);
const back = () => location.assign(inPanel ? "/sidepanel.html#authors" : "/editor.html");
const tryIt = (id: string) => location.assign(`/sidepanel.html?try=${encodeURIComponent(id)}#try`);
const openConsole = () => void browser.tabs.create({ url: "/console.html" });

const mountEditor = (id: string) => {
  const onMade = (made: string) => void (made === id ? model.recheck() : open(made));
  const beside = besideEditor(inPanel, onMade, page.signal);
  const pictures = createEditorPictures({ ask, fetch: request, ...authorPictures });
  const model = createEditorModel({
    guide: id,
    drafts: authorDrafts,
    ask,
    fetch: request,
    pictures,
    wanted: navigator.languages,
    now,
  });
  mountPage(
    "editor.title",
    () => (
      <EditorScreen
        {...beside}
        model={model}
        onBack={back}
        onOpenConsole={openConsole}
        onTry={inPanel ? () => tryIt(id) : undefined}
      />
    ),
    page.signal,
  );
  const recheck = () => void model.recheck();
  onChanged(recheck, page.signal);
  window.addEventListener("focus", recheck, { signal: page.signal });
  void model.load();
};

const mountList = () => {
  const model = createMyGuidesModel({ drafts: authorDrafts, ask, fetch: request, now });
  mountPage(
    "authoring.title",
    () => <MyGuidesScreen model={model} onOpen={open} onOpenConsole={openConsole} />,
    page.signal,
  );
  const refresh = () => void model.data.load();
  onChanged(refresh, page.signal);
  window.addEventListener("focus", refresh, { signal: page.signal });
  refresh();
};

if (guide === null) mountList();
else mountEditor(guide);
