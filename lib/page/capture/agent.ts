import type { PageMessage, PageSight, Watch } from "../../message/protocol.ts";
import type { Busy } from "../../model/busy.ts";
import type { ConsentAnswer } from "../../model/consent.ts";
import type { CapturedEvent, IdentifyEvent } from "../../model/event.ts";
import type { FeatureRule } from "../../model/feature.ts";
import type { SiteConfig } from "../../model/site-config.ts";
import { publishAgentPort } from "../agent-port.ts";
import { AGENT_TOOLS } from "../agent-tools.ts";
import { watchDom } from "./dom.ts";
import { watchHostEvents } from "./host-events.ts";
import { createJournal, type Happening } from "./journal.ts";
import { onThisPage, rulesOf } from "./match.ts";
import { watchAddress } from "./navigation.ts";
import { watchQuiet } from "./quiet.ts";
import { sortOut } from "./sort-out.ts";
import { createWatches } from "./watches.ts";

/** The extension's surroundings, as the agent needs them. */
export interface AgentPorts {
  readConfig(): Promise<SiteConfig | undefined>;
  put(items: Record<string, CapturedEvent>): Promise<void>;
  /** Tells the background who is here, without a trace where other sites could read it; true once it is stored. */
  identify(event: IdentifyEvent): Promise<boolean>;
  /** Tells the background what the host said of the person's consent. */
  consent(answer: ConsentAnswer): void;
  /** This top frame shows a new address: what is due here? */
  ready(): Promise<Watch[]>;
  /** True if it was refused for no other reason than that the person is busy. */
  claim(guide: string, busy: Busy | null): Promise<boolean>;
  reportProblems(selectors: string[]): void;
  /** What the listener returns is the answer. */
  onMessage(listener: (message: PageMessage) => PageSight | undefined, signal: AbortSignal): void;
  /** False once the extension was updated or removed. */
  isConnected(): boolean;
  /** For how long after a navigation nothing starts by itself, in ms. */
  afterNavigation: number;
}

/** Starts the page agent in this frame. Idle it does nothing: no timers, no observers that nobody asked for. */
export function startAgent(ports: AgentPorts): void {
  const life = new AbortController();
  const { signal } = life;
  const isTop = window === window.top;
  const journal = createJournal(ports.put);
  const quiet = watchQuiet(ports.afterNavigation, isTop ? signal : AbortSignal.abort());
  const watches = createWatches(
    { claim: (guide) => ports.claim(guide, quiet.busy()), quiet: quiet.over },
    signal,
  );
  let features: SiteConfig["features"] = [];
  /** A storage that cannot be read is as good as none: the agent rests. */
  const readConfig = () => ports.readConfig().catch(() => undefined);
  let configured = whenShown(signal).then(readConfig);

  const write = async (happening: Happening) => {
    if (!ports.isConnected()) return life.abort();
    const event = journal.stamp(happening);
    // Another port of a connected host has no configuration: it is none of our business.
    const config = await configured;
    if (config) await journal.write(config.consent, event);
  };
  const useFeature = (feature: string) => void write({ kind: "feature", feature });
  const dom = watchDom(useFeature, signal);

  const viewed = () => {
    if (!isTop) return;
    for (const feature of matching(features, "view", () => true)) useFeature(feature);
  };
  /** What the host said of who is here, until the background has it. */
  let unsaid: IdentifyEvent | undefined;
  const say = async () => {
    const event = unsaid;
    if (!event || !ports.isConnected()) return;
    const config = await configured;
    // What nobody may know yet waits; what nobody may know at all is forgotten.
    if (config?.consent === "refused") unsaid = undefined;
    if (!config || config.consent) return;
    if ((await ports.identify(event)) && unsaid === event) unsaid = undefined;
  };
  let arrivals = 0;
  const arrive = async () => {
    await say();
    if (!isTop || !ports.isConnected() || !(await configured)) return;
    arrivals += 1;
    const arrival = arrivals;
    const watch = await ports.ready();
    // An answer that is late is about an address that is left.
    if (arrival === arrivals) watches.set(watch);
  };
  const configure = async () => {
    const config = await configured;
    const { readable, unreadable } = sortOut(config?.features ?? []);
    if (unreadable.length > 0) ports.reportProblems(unreadable);
    features = readable;
    dom.setRules({
      click: rulesOf(features, "click"),
      submit: rulesOf(features, "submit"),
      input: rulesOf(features, "input"),
      drag: rulesOf(features, "drag"),
    });
  };

  const known = configure();
  const track = (event: string) => {
    for (const feature of matching(features, "custom", (rule) => rule.event === event)) {
      useFeature(feature);
    }
  };
  watchHostEvents(
    {
      identify: (who) => {
        unsaid = journal.stamp({ kind: "identify", ...who }) as IdentifyEvent;
        void arrive();
      },
      consent: ports.consent,
      track: (event) => void known.then(() => track(event)),
    },
    signal,
  );
  const visit = () => {
    quiet.navigated();
    viewed();
    void arrive();
  };
  const configureAnew = async () => {
    configured = readConfig();
    await configure();
    await say();
    const config = await configured;
    if (config) await journal.write(config.consent);
  };
  watchAddress(visit, signal);
  // While the page lay in the back/forward cache no message reached it.
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void configureAnew().then(visit);
  };
  addEventListener("pageshow", onShow, { signal });
  ports.onMessage((message) => {
    if (message.name === "config.changed") void configureAnew();
    if (message.name === "watch" && isTop) watches.set(message.watch);
    if (message.name !== "look" || !isTop) return undefined;
    return {
      busy: quiet.busy(),
      holds: watches.look(message.elements),
      since: performance.timeOrigin,
    };
  }, signal);
  publishAgentPort({
    report: (event) => write({ kind: "guide", ...event }),
    meet: (event) => write({ kind: "friction", ...event }),
    onMessage: (listener, until) => ports.onMessage((message) => void listener(message), until),
    onNavigate: watchAddress,
    signal,
    tools: AGENT_TOOLS,
  });

  void known
    .then(() => {
      viewed();
      return whenParsed(signal);
    })
    .then(arrive);
}

function matching<K extends "view" | "custom">(
  features: SiteConfig["features"],
  kind: K,
  holds: (rule: Extract<FeatureRule, { on: K }>) => boolean,
): Set<string> {
  const tagged = rulesOf(features, kind).filter(({ rule }) => onThisPage(rule) && holds(rule));
  return new Set(tagged.map(({ feature }) => feature));
}

/** A page that is only prerendered is not yet visited. */
async function whenShown(signal: AbortSignal): Promise<void> {
  if (!(document as { prerendering?: boolean }).prerendering) return;
  await new Promise((resolve) =>
    document.addEventListener("prerenderingchange", resolve, { once: true, signal }),
  );
}

async function whenParsed(signal: AbortSignal): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) =>
    document.addEventListener("DOMContentLoaded", resolve, { once: true, signal }),
  );
}
