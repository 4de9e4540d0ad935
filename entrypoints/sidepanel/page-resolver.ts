import { browser } from "wxt/browser";
import type { PageResolver } from "../../components/author/import-ports.ts";
import type { TargetResolver } from "../../lib/record/import/resolver.ts";

type World = Record<symbol, Record<string, ((input: unknown) => unknown) | undefined> | undefined>;

/** Asks the resolver in a tab's top frame, bringing it there first. */
const ask = async (tab: number, what: keyof TargetResolver, input: unknown = null) => {
  const target = { tabId: tab, frameIds: [0] };
  await browser.scripting.executeScript({ target, files: ["/resolver.js"] });
  const [answer] = await browser.scripting.executeScript({
    target,
    args: [what, input],
    func: (name: string, given: unknown) =>
      (globalThis as unknown as World)[Symbol.for("waymark.resolver")]?.[name]?.(given),
  });
  return answer?.result as unknown;
};

export const pageResolver: PageResolver = {
  look: (tab, orders) => ask(tab, "look", orders),
  show: async (tab, step) => void (await ask(tab, "show", step)),
  pick: (tab) => ask(tab, "pick"),
  move: async (tab, to) => void (await ask(tab, "move", to)),
  take: async (tab) => void (await ask(tab, "take")),
  giveUp: async (tab) => void (await ask(tab, "giveUp")),
  end: async (tab) => void (await ask(tab, "end")),
};
