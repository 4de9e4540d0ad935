import { browser } from "wxt/browser";
import { ConsoleScreen } from "../../components/console/console-screen.tsx";
import { createConsoleModel } from "../../components/console/model.ts";
import { mountPage } from "../../components/ui/mount.tsx";
import { onChanged, send } from "../../lib/message/browser.ts";
import "../../components/ui/ui.css";
import "../../components/chart/chart.css";
import "../../components/chart/lines.css";
import "../../components/console/console.css";
import "../../components/console/nav.css";
import "../../components/accounts/accounts.css";
import "../../components/console/health/health.css";
import "../../components/checklists/checklists.css";
import "../../components/console/import/import.css";
import "../../components/administration/administration.css";
import "../../components/destinations/destinations.css";
import "../../components/author/condition.css";
import "../../components/playbooks/playbooks.css";
import "../../components/surveys/surveys.css";

const OWN_NAME = "waymark.own-name";

const page = new AbortController();
const model = createConsoleModel({
  ask: send,
  fetch: (input, init) => fetch(input, init),
  place: {
    read: () => location.hash,
    write: (fragment, instead) =>
      history[instead ? "replaceState" : "pushState"](null, "", fragment),
  },
  ownName: {
    read: () => localStorage.getItem(OWN_NAME) ?? "",
    write: (name) => localStorage.setItem(OWN_NAME, name),
  },
});

window.addEventListener("hashchange", () => model.follow(), { signal: page.signal });
onChanged(() => void model.recheck(), page.signal);
mountPage(
  "console.title",
  () => (
    <ConsoleScreen
      model={model}
      onOpenOptions={() => void browser.runtime.openOptionsPage()}
      onOpenReview={() => void browser.tabs.create({ url: "/review.html" })}
      onOpenGuides={() => void browser.tabs.create({ url: "/editor.html" })}
    />
  ),
  page.signal,
);
void model.recheck();
