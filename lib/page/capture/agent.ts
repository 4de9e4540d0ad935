import type { PageMessage, Watch } from "../../message/protocol.ts";
import type { CapturedEvent } from "../../model/event.ts";
import type { FeatureRule } from "../../model/feature.ts";
import type { SiteConfig } from "../../model/site-config.ts";
import { publishAgentPort } from "../agent-port.ts";
import { watchDom } from "./dom.ts";
import { watchHostEvents } from "./host-events.ts";
import { createJournal, type Happening } from "./journal.ts";
import { onThisPage, rulesOf, unreadable } from "./match.ts";
import { watchAddress } from "./navigation.ts";
import { createWatches } from "./watches.ts";

/** The extension's surroundings, as the agent needs them. */
export interface AgentPorts {
  readConfig(): Promise<SiteConfig | undefined>;
  put(items: Record<string, CapturedEvent>): Promise<void>;
  /** This top frame shows a new address: what is due here? */
  ready(): Promise<Watch[]>;
  claim(guide: string): void;
  reportProblems(selectors: string[]): void;
  onMessage(listener: (message: PageMessage) => void, signal: AbortSignal): void;
  /** False once the extension was updated or removed. */
  isConnected(): boolean;
}

/** Starts the page agent in this frame. Idle it does nothing: no timers, no observers that nobody asked for. */
export function startAgent(ports: AgentPorts): void {
  const life = new AbortController();
  const { signal } = life;
  const isTop = window === window.top;
  const journal = createJournal(ports.put);
  const watches = createWatches(ports.claim, signal);
  let features: SiteConfig["features"] = [];
  let configured = whenShown(signal).then(ports.readConfig);

  const write = async (happening: Happening) => {
    if (!ports.isConnected()) return life.abort();
    // Another port of a connected host has no configuration: it is none of our business.
    if (await configured) await journal.write(happening);
  };
  const useFeature = (feature: string) => void write({ kind: "feature", feature });
  const dom = watchDom(useFeature, signal);

  const viewed = () => {
    if (!isTop) return;
    for (const feature of matching(features, "view", () => true)) useFeature(feature);
  };
  const arrive = async () => {
    if (isTop && ports.isConnected() && (await configured)) watches.set(await ports.ready());
  };
  const configure = async () => {
    const config = await configured;
    const bad = unreadable(selectorsOf(config));
    if (bad.length > 0) ports.reportProblems(bad);
    features = withoutSelectors(config?.features ?? [], new Set(bad));
    dom.setRules({
      click: rulesOf(features, "click"),
      submit: rulesOf(features, "submit"),
      input: rulesOf(features, "input"),
      drag: rulesOf(features, "drag"),
    });
  };

  watchHostEvents(
    {
      identify: (who) => void write({ kind: "identify", ...who }).then(arrive),
      track: (event) => {
        for (const feature of matching(features, "custom", (rule) => rule.event === event)) {
          useFeature(feature);
        }
      },
    },
    signal,
  );
  const visit = () => {
    viewed();
    void arrive();
  };
  watchAddress(visit, signal);
  addEventListener("pageshow", (event) => event.persisted && visit(), { signal });
  ports.onMessage((message) => {
    if (message.name === "config.changed") {
      configured = ports.readConfig();
      void configure();
    }
    if (message.name === "watch") watches.set(message.watch);
  }, signal);
  publishAgentPort({
    report: (event) => write({ kind: "guide", ...event }),
    onMessage: ports.onMessage,
    onNavigate: watchAddress,
    signal,
  });

  void configure()
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

function selectorsOf(config: SiteConfig | undefined): string[] {
  return (config?.features ?? []).flatMap(({ rules }) =>
    rules.flatMap((rule) => [
      ...("selector" in rule ? [rule.selector] : []),
      ...("to" in rule && rule.to ? [rule.to] : []),
    ]),
  );
}

function withoutSelectors(
  features: SiteConfig["features"],
  bad: ReadonlySet<string>,
): SiteConfig["features"] {
  if (bad.size === 0) return features;
  return features.map(({ id, rules }) => ({
    id,
    rules: rules.filter(
      (rule) =>
        !("selector" in rule && bad.has(rule.selector)) &&
        !("to" in rule && rule.to && bad.has(rule.to)),
    ),
  }));
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
