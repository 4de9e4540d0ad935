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
import { authoring } from "./authoring.tsx";
import { pageChecker } from "./page-checker.ts";
import { record } from "./page-recorder.ts";
import { pageTagger } from "./page-tagger.ts";
import "../../components/ui/ui.css";
import "../../components/chart/chart.css";
import "../../components/panel/panel.css";
import "../../components/author/export.css";
import "../../components/panel/listed.css";
import "../../components/insights/insights.css";

const page = new AbortController();
const request: typeof fetch = (input, init) => fetch(input, init);
const now = () => Date.now();
const model = createPanelModel(send);
const targets = createTargetsModel({ ask: send, fetch: request, page: pageChecker, now });
const tagging = createTaggingModel({ ask: send, fetch: request, page: pageTagger });
const listed = createListedModel(send);
const insights = createInsightsModel(send);
const own = createOwnDataModel({ ask: send, save: saveFile, now });

const showActiveTab = async () => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const shown = tab?.id === undefined ? null : { id: tab.id, url: tab.url };
  targets.showTab(shown?.id ?? null);
  tagging.showTab(shown?.id ?? null);
  record.showTab(shown);
  authoring.showTab(shown);
  await Promise.all([model.showTab(shown), listed.showTab(shown?.id ?? null)]);
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
  void record.data.load();
  void listed.data.load();
  own.refresh();
  authoring.refresh();
}, page.signal);
mountPage(
  "app.name",
  () => (
    <PanelScreen
      model={model}
      targets={targets}
      tagging={tagging}
      record={record}
      listed={listed}
      insights={insights}
      own={own}
      authoring={authoring.view()}
      onOpenOptions={() => void browser.runtime.openOptionsPage()}
      onOpenConsole={() => void browser.tabs.create({ url: "/console.html" })}
    />
  ),
  page.signal,
);
void showActiveTab();
void targets.open();
void tagging.load();
void record.data.load();
authoring.refresh();
