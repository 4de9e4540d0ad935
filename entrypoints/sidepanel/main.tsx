import { browser } from "wxt/browser";
import { createInsightsModel } from "../../components/insights/insights-model.ts";
import { createListedModel } from "../../components/panel/listed-model.ts";
import { createPanelModel } from "../../components/panel/model.ts";
import { createOwnDataModel } from "../../components/panel/own-data-model.ts";
import { PanelScreen } from "../../components/panel/panel-screen.tsx";
import { createTaggingModel } from "../../components/panel/tagging-model.ts";
import { createTargetsModel } from "../../components/panel/targets-model.ts";
import { mountPage } from "../../components/ui/mount.tsx";
import { saveFile } from "../../components/ui/save-file.ts";
import { onChanged, send } from "../../lib/message/browser.ts";
import { pageChecker } from "./page-checker.ts";
import { pageTagger } from "./page-tagger.ts";
import "../../components/ui/ui.css";
import "../../components/panel/panel.css";
import "../../components/panel/listed.css";
import "../../components/insights/insights.css";

const page = new AbortController();
const model = createPanelModel(send);
const targets = createTargetsModel({
  ask: send,
  fetch: (input, init) => fetch(input, init),
  page: pageChecker,
  now: () => Date.now(),
});
const tagging = createTaggingModel({
  ask: send,
  fetch: (input, init) => fetch(input, init),
  page: pageTagger,
});
const listed = createListedModel(send);
const insights = createInsightsModel(send);
const own = createOwnDataModel({ ask: send, save: saveFile, now: () => Date.now() });

const showActiveTab = async () => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  targets.showTab(tab?.id ?? null);
  tagging.showTab(tab?.id ?? null);
  await Promise.all([
    model.showTab(tab?.id === undefined ? null : { id: tab.id, url: tab.url }),
    listed.showTab(tab?.id ?? null),
  ]);
};

browser.tabs.onActivated.addListener(() => void showActiveTab());
browser.tabs.onUpdated.addListener((_, change, tab) => {
  if (tab.active && (change.url !== undefined || change.status === "complete"))
    void showActiveTab();
});
onChanged(() => {
  void model.data.load();
  void targets.open();
  void tagging.load();
  void listed.data.load();
  own.refresh();
}, page.signal);
mountPage(
  "app.name",
  () => (
    <PanelScreen
      model={model}
      targets={targets}
      tagging={tagging}
      listed={listed}
      insights={insights}
      own={own}
      onOpenOptions={() => void browser.runtime.openOptionsPage()}
      onOpenConsole={() => void browser.tabs.create({ url: "/console.html" })}
    />
  ),
  page.signal,
);
void showActiveTab();
void targets.open();
void tagging.load();
