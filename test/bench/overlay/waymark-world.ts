import { fingerprint } from "../../../lib/anchor/dom/fingerprint.ts";
import type { PageMessage, PlayOrder } from "../../../lib/message/protocol.ts";
import type { Fingerprint } from "../../../lib/model/anchor.ts";
import type { AgentPort } from "../../../lib/page/agent-port.ts";
import { AGENT_TOOLS } from "../../../lib/page/agent-tools.ts";
import { findLocator, type Locator } from "../../../lib/page/locator-port.ts";
import { guide, orderOf, step } from "../../e2e/page/support/guides.ts";
import { buildApp } from "../locating/app-page.ts";
import { eyesOn } from "./probe.ts";
import { type BenchTour, BODIES, TITLES } from "./tour.ts";

/** Waymark in an isolated world: the production scripts, with a port and a background that answer at once. */

const PADDING = 4;
let scripts = { locator: "", overlay: "" };
let root: ShadowRoot | undefined;
let order: PlayOrder;
/** Answers of searches by anchor. */
const answers = new Map<string, Awaited<ReturnType<Locator["search"]>>>();
/** Elements count as found. */
let known = false;
/** Called with the time when the overlay asks for an element. */
let onAsked: (at: number) => void = () => undefined;
const listeners = new Set<(message: PageMessage) => void>();

const port: AgentPort = {
  report: async () => undefined,
  meet: async () => undefined,
  onMessage(listener, signal) {
    listeners.add(listener);
    signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
  },
  onNavigate: () => undefined,
  signal: new AbortController().signal,
  tools: AGENT_TOOLS,
};

const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (this: Element, init) {
  const attached = attach.call(this, init);
  if (this.localName === "waymark-overlay") root = attached;
  return attached;
};
const runtime = {
  id: "bench",
  sendMessage: async ({ name }: { name: string }) =>
    name === "overlay.ready" ? { ok: true, value: [order] } : { ok: true, value: null },
};
const dom = { openOrClosedShadowRoot: ({ shadowRoot }: Element) => shadowRoot };
Object.assign(globalThis, { chrome: { runtime, dom }, [Symbol.for("waymark.agent")]: port });

// biome-ignore lint/security/noGlobalEval: scripts are injected into this world as the browser does for an extension
const run: (script: string) => void = globalThis.eval;

const eyes = eyesOn({
  start(tour) {
    order = orderFor(tour);
    const asked = new Promise<number>((resolve) => {
      onAsked = resolve;
    });
    const due = performance.now();
    run(scripts.overlay);
    return known ? asked : due;
  },
  stop() {
    for (const listener of listeners) listener({ name: "overlay.close" });
    root = undefined;
  },
  look() {
    const ring = root?.querySelector<HTMLElement>(".ring[data-on]");
    const { x, y, width, height } = ring?.getBoundingClientRect() ?? new DOMRect();
    return {
      card: root?.querySelector(".card[data-placed]") ?? null,
      next: root?.querySelector("[data-command=advance]") ?? null,
      spot: ring
        ? {
            x: x + PADDING,
            y: y + PADDING,
            width: width - 2 * PADDING,
            height: height - 2 * PADDING,
          }
        : null,
    };
  },
});

/** Taken once: what takes them leaves garbage behind, which is none of the tool's. */
const prints = new Map<string, Fingerprint>();

function printOf(selector: string): Fingerprint {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  const print = prints.get(selector) ?? fingerprint(element);
  prints.set(selector, print);
  return print;
}

function orderFor({ targets }: BenchTour): PlayOrder {
  const steps = targets.map((selector, at) => {
    const text = BODIES[at] ?? "";
    return step(`step-${at}`, {
      anchor: { samples: [{ fingerprint: printOf(selector) }] },
      title: { en: TITLES[at] ?? "" },
      body: { en: [{ type: "paragraph", children: [{ type: "text", text }] }] },
    });
  });
  return orderOf(guide(steps));
}

const world = {
  ...eyes,
  build: buildApp,
  /** Loads what the extension injects before an overlay; returns how long that took, ms. */
  load(built: typeof scripts): number {
    scripts = built;
    const began = performance.now();
    run(scripts.locator);
    const took = performance.now() - began;
    const locator = findLocator();
    if (!locator) throw new Error("the locator did not come");
    const { search } = locator;
    locator.search = async (anchor, signal) => {
      onAsked(performance.now());
      const key = JSON.stringify(anchor);
      const answer = (known && answers.get(key)) || (await search(anchor, signal));
      answers.set(key, answer);
      return answer;
    };
    return took;
  },
  /** From now on an element that was found once is found at once, and being due is that it is asked for. */
  remember(on: boolean): void {
    known = on;
  },
};

export type WaymarkWorld = typeof world;

Object.assign(globalThis, { world });
