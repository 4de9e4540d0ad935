import { guideView } from "../../../../components/guide/guide-view.tsx";
import { css } from "../../../../components/guide/styles.ts";
import { appPlace } from "../../../../lib/anchor/dom/app.ts";
import { takeSample } from "../../../../lib/anchor/dom/author.ts";
import { fingerprint } from "../../../../lib/anchor/dom/fingerprint.ts";
import { isStill, type PageAnswer, searchPage } from "../../../../lib/anchor/dom/search.ts";
import { searchByScrolling } from "../../../../lib/anchor/dom/virtual.ts";
import type { PageMessage, PlayOrder } from "../../../../lib/message/protocol.ts";
import type { Anchor, RowIntent } from "../../../../lib/model/anchor.ts";
import type { AgentPort, GuideReport } from "../../../../lib/page/agent-port.ts";
import { AGENT_TOOLS } from "../../../../lib/page/agent-tools.ts";
import { playOrders } from "../../../../lib/page/play-orders.ts";

/** What the tests call in the isolated world of a page: the overlay as an extension would run it there. */

const reports: GuideReport[] = [];
const listeners = new Set<(message: PageMessage) => void>();
const agent = new AbortController();

const port: AgentPort = {
  report: async (event) => void reports.push(event),
  meet: async () => undefined,
  onMessage(listener, signal) {
    listeners.add(listener);
    signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
  },
  onNavigate(listener, signal) {
    for (const type of ["popstate", "hashchange"]) addEventListener(type, listener, { signal });
  },
  signal: agent.signal,
  tools: AGENT_TOOLS,
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
      locator: { search: searchPage, searchByScrolling, isStill, place: appPlace },
      ask: (guide) => void asked.push(guide),
      css,
      open,
      viewOf: (order) => guideView(order, (asset) => pictureOf(asset).promise),
    });
  },
  fingerprint: (path: string) => fingerprint(elementAt(path)),
  /** What an author's click on it comes to. */
  take: (path: string, row?: RowIntent) =>
    takeSample(elementAt(path), row, AbortSignal.timeout(10_000)),
  search: async (anchor: Anchor) => told(await searchPage(anchor, AbortSignal.timeout(10_000))),
  searchByScrolling: async (anchor: Anchor) =>
    told(await searchByScrolling(anchor, searchPage, AbortSignal.timeout(20_000))),
};

/** The first element that matches, through open shadow roots named by " >>> ". */
function elementAt(path: string): Element {
  const found = path.split(" >>> ").reduce<Element | null>((around, selector) => {
    const scope = around ? (around.shadowRoot ?? around) : document;
    return scope.querySelector(selector);
  }, null);
  if (!found) throw new Error(`nothing matches ${path}`);
  return found;
}

/** An answer as data. */
function told(answer: PageAnswer) {
  const htmlOf = (element: Element) => element.outerHTML.slice(0, 200);
  if (answer.outcome === "absent") return answer;
  if (answer.outcome === "ambiguous") {
    const { elements, ...rest } = answer;
    return { ...rest, htmls: elements.map(htmlOf) };
  }
  const { element, print, ...rest } = answer;
  return { ...rest, html: htmlOf(element), tag: print.tag };
}

export type World = typeof world;

Object.assign(globalThis, { world });
