import { guideView } from "../../../../components/guide/guide-view.tsx";
import { css } from "../../../../components/guide/styles.ts";
import { appPlace } from "../../../../lib/anchor/dom/app.ts";
import { fingerprint } from "../../../../lib/anchor/dom/fingerprint.ts";
import { isStill, searchPage } from "../../../../lib/anchor/dom/search.ts";
import type { PageMessage, PlayOrder } from "../../../../lib/message/protocol.ts";
import type { Anchor } from "../../../../lib/model/anchor.ts";
import type { AgentPort, GuideReport } from "../../../../lib/page/agent-port.ts";
import { playOrders } from "../../../../lib/page/play-orders.ts";

/** What the tests call in the isolated world of a page: the overlay as an extension would run it there. */

const reports: GuideReport[] = [];
const listeners = new Set<(message: PageMessage) => void>();
const agent = new AbortController();

const port: AgentPort = {
  report: async (event) => void reports.push(event),
  onMessage(listener, signal) {
    listeners.add(listener);
    signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
  },
  onNavigate(listener, signal) {
    for (const type of ["popstate", "hashchange"]) addEventListener(type, listener, { signal });
  },
  signal: agent.signal,
};

const pictures = new Map<string, PromiseWithResolvers<string | null>>();
/** A picture that comes when a test brings it. */
function pictureOf(asset: string): PromiseWithResolvers<string | null> {
  const known = pictures.get(asset) ?? Promise.withResolvers<string | null>();
  pictures.set(asset, known);
  return known;
}

/** Other guides that the person asked for. */
const asked: string[] = [];

const world = {
  asked: () => asked,
  bringPicture: (asset: string, address: string | null) => pictureOf(asset).resolve(address),
  reports: () => reports,
  message: (message: PageMessage) => listeners.forEach((listener) => void listener(message)),
  endAgent: () => agent.abort(),
  play(order: PlayOrder, open: boolean) {
    playOrders([order], {
      port,
      locator: { search: searchPage, isStill, place: appPlace },
      ask: (guide) => void asked.push(guide),
      css,
      open,
      viewOf: (order) => guideView(order, (asset) => pictureOf(asset).promise),
    });
  },
  /** Fingerprint of the first element that matches, through open shadow roots named by " >>> ". */
  fingerprint(path: string) {
    const found = path.split(" >>> ").reduce<Element | null>((around, selector) => {
      const scope = around ? (around.shadowRoot ?? around) : document;
      return scope.querySelector(selector);
    }, null);
    if (!found) throw new Error(`nothing matches ${path}`);
    return fingerprint(found);
  },
  async search(anchor: Anchor) {
    const answer = await searchPage(anchor, AbortSignal.timeout(10_000));
    if (answer.outcome !== "found") return answer;
    const { element, print, ...rest } = answer;
    return { ...rest, html: element.outerHTML.slice(0, 200), tag: print.tag };
  },
};

export type World = typeof world;

Object.assign(globalThis, { world });
