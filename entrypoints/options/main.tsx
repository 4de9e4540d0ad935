import { browser } from "wxt/browser";
import { createOptionsModel } from "../../components/options/model.ts";
import { OptionsScreen } from "../../components/options/options-screen.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { onChanged, send } from "../../lib/message/browser.ts";
import "../../components/ui/ui.css";
import "../../components/options/options.css";

const page = new AbortController();
const model = createOptionsModel({
  ask: send,
  requestAccess: (origins) => browser.permissions.request({ origins }),
  releaseAccess: (origins) => browser.permissions.remove({ origins }).catch(() => false),
});

onChanged(() => void model.status.load(), page.signal);
mountPage(
  "options.title",
  (language) => (
    <OptionsScreen
      model={model}
      language={language}
      onOpenConsole={() => void browser.tabs.create({ url: "/console.html" })}
    />
  ),
  page.signal,
);
void model.status.load();
