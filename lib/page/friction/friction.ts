import { isOwn } from "../../anchor/dom/own.ts";
import type { Friction } from "../../model/friction.ts";
import type { SiteConfig } from "../../model/site-config.ts";
import type { AgentPort } from "../agent-port.ts";
import { onThisPage, rulesOf, scopesOf, within } from "../capture/match.ts";
import { sortOut } from "../capture/sort-out.ts";
import { createDeadClicks } from "./dead-click.ts";
import { createErrors } from "./errors.ts";
import { isForInput, looksPressable } from "./pressable.ts";
import { createRage } from "./rage.ts";

/** As the page's own: what only the appearance of a pressed button does is no effect. */
const CHANGES = "toggle fullscreenchange load input change";

const KEY = Symbol.for("waymark.friction");
type World = { [KEY]?: AbortSignal };

/** Notices what people run into in this frame, as far as the configuration asks for it. E11 to E14 of docs/spec/events.md. */
export function startFriction(
  port: AgentPort,
  readConfig: () => Promise<SiteConfig | undefined>,
): void {
  const world = globalThis as World;
  const running = world[KEY];
  if (running && !running.aborted) return;
  world[KEY] = port.signal;
  let scope = new AbortController();
  const configure = async () => {
    const config = await readConfig();
    scope.abort();
    scope = new AbortController();
    const { friction = [], features = [] } = config ?? {};
    if (friction.length === 0) return;
    const { readable } = sortOut(features);
    watch(port, new Set(friction), readable, AbortSignal.any([port.signal, scope.signal]));
  };
  const onError = (error: unknown) => console.error("waymark:", error);
  port.onMessage(({ name }) => {
    if (name === "config.changed") configure().catch(onError);
  }, port.signal);
  configure().catch(onError);
}

function watch(
  port: AgentPort,
  wanted: ReadonlySet<Friction>,
  features: SiteConfig["features"],
  signal: AbortSignal,
): void {
  const tagged = rulesOf(features, "click");
  const page = port.tools.observePage(signal, (error) => console.error("waymark:", error), CHANGES);
  const meet = (what: Friction, feature?: string) =>
    void port.meet({ what, ...(feature !== undefined && { feature }) });
  const rages = createRage();
  const dead = createDeadClicks(page, (feature) => meet("dead_click", feature), signal);
  const errors = wanted.has("error") ? createErrors(page, () => meet("error"), signal) : undefined;

  const onClick = (event: MouseEvent) => {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter((node) => node instanceof Element);
    if (path.some(isOwn)) return;
    errors?.acted();
    const scopes = scopesOf(event.composedPath());
    const feature = () =>
      tagged.find(({ rule }) => onThisPage(rule) && within(scopes, rule.selector))?.feature;
    // A click without a pointer has no place.
    const byPointer = event.detail > 0;
    if (wanted.has("rage_click") && byPointer && !isForInput(path)) {
      const { clientX: x, clientY: y, timeStamp: at } = event;
      if (rages({ x, y, at })) meet("rage_click", feature());
    }
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (wanted.has("dead_click") && plain && looksPressable(path)) dead.wait(feature());
  };
  const onAct = (event: Event) => {
    const counts = event.isTrusted && !event.composedPath().some(isOwn);
    if (counts && (!(event instanceof KeyboardEvent) || event.key === "Enter")) errors?.acted();
  };
  const options = { capture: true, passive: true, signal };
  addEventListener("click", onClick, options);
  if (!errors) return;
  for (const type of ["submit", "change", "keydown"]) addEventListener(type, onAct, options);
}
