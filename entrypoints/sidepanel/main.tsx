import { browser } from "wxt/browser";
import { createPanelModel } from "../../components/panel/model.ts";
import { PanelScreen } from "../../components/panel/panel-screen.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { onChanged, send } from "../../lib/message/browser.ts";
import "../../components/ui/ui.css";
import "../../components/panel/panel.css";

const page = new AbortController();
const model = createPanelModel(send);

const showActiveTab = async () => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  await model.showTab(tab?.id === undefined ? null : { id: tab.id, url: tab.url });
};

browser.tabs.onActivated.addListener(() => void showActiveTab());
browser.tabs.onUpdated.addListener((_, change, tab) => {
  if (tab.active && (change.url !== undefined || change.status === "complete"))
    void showActiveTab();
});
onChanged(() => void model.data.load(), page.signal);
mountPage(
  "app.name",
  () => (
    <PanelScreen
      model={model}
      onOpenOptions={() => void browser.runtime.openOptionsPage()}
      onOpenConsole={() => void browser.tabs.create({ url: "/console.html" })}
    />
  ),
  page.signal,
);
void showActiveTab();
