import { browser } from "wxt/browser";
import { createReviewModel } from "../../components/review/model.ts";
import { ReviewScreen } from "../../components/review/review-screen.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { onChanged, send } from "../../lib/message/browser.ts";
import "../../components/ui/ui.css";
import "../../components/chart/chart.css";
import "../../components/chart/lines.css";
import "../../components/console/console.css";
import "../../components/review/review.css";

const page = new AbortController();
const model = createReviewModel({
  ask: send,
  fetch: (input, init) => fetch(input, init),
  place: {
    read: () => new URL(location.href).searchParams.get("account"),
    write: (account) =>
      history.replaceState(
        null,
        "",
        account === null ? location.pathname : `?account=${encodeURIComponent(account)}`,
      ),
  },
});

onChanged(() => void model.recheck(), page.signal);
mountPage(
  "review.title",
  () => (
    <ReviewScreen
      model={model}
      onOpenConsole={() => void browser.tabs.create({ url: "/console.html" })}
      onPrint={() => window.print()}
    />
  ),
  page.signal,
);
void model.open();
