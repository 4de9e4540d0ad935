import { browser } from "wxt/browser";
import type { PageChecker } from "../../components/panel/targets-model.ts";
import type { CheckOrder, TargetChecker } from "../../lib/page/checker.ts";

type World = Record<symbol, TargetChecker | undefined>;

/** Asks the checker in a tab's top frame, bringing it there first. */
export const pageChecker: PageChecker = {
  async check(tab, orders) {
    const target = { tabId: tab, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: ["/checker.js"] });
    const [answer] = await browser.scripting.executeScript({
      target,
      args: [orders],
      func: (asked: CheckOrder[]) =>
        (globalThis as unknown as World)[Symbol.for("waymark.checker")]?.check(asked),
    });
    return answer?.result;
  },
  async show(tab, step) {
    await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [0] },
      args: [step],
      func: (wanted: string | null) =>
        (globalThis as unknown as World)[Symbol.for("waymark.checker")]?.show(wanted),
    });
  },
};
