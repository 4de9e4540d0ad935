import { uuidv7 } from "uuidv7";
import type { FeatureEvent, FrictionEvent } from "../../lib/model/event.ts";

/** What a person does in eight hours, and what they did long before. */

export type DayEvent = FeatureEvent | FrictionEvent;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FEATURES = ["a", "a", "a", "b", "c", "c"];
/** Between two events, on average. */
const PACE_MS = 2_000;
const TABS = 4;

interface Tab {
  boot: string;
  seq: number;
}

/**
 * Eight hours that end at `now`, in the order in which they are written down: four tabs that are reloaded now and
 * then, about one event in two seconds, and one in twenty written only minutes later, as by a tab that was frozen.
 */
export function eightHours(host: string, now: number, random: () => number): DayEvent[] {
  const tabs = Array.from({ length: TABS }, newTab);
  const written: { event: DayEvent; at: number }[] = [];
  for (let ts = now - 8 * HOUR_MS; ts < now; ts += Math.ceil(random() * 2 * PACE_MS)) {
    const place = Math.floor(random() * TABS);
    if (random() < 0.005) tabs[place] = newTab();
    const tab = tabs[place] as Tab;
    const late = random() < 0.05 ? Math.floor(random() * 600_000) : 0;
    written.push({ event: eventAt(ts, tab, host, random), at: Math.min(ts + late, now) });
  }
  return written.sort((x, y) => x.at - y.at).map(({ event }) => event);
}

/** Enough to be activated by, a hundred days ago. */
export function longAgo(host: string, now: number): DayEvent[] {
  const tab = newTab();
  const then = now - 100 * DAY_MS;
  return ["a", "a", "b"].map((feature, n) => ({
    ...captured(then + n * HOUR_MS, tab, host),
    kind: "feature",
    feature,
  }));
}

function eventAt(ts: number, tab: Tab, host: string, random: () => number): DayEvent {
  const base = captured(ts, tab, host);
  if (random() < 0.02) return { ...base, kind: "friction", what: "error" };
  const feature = FEATURES[Math.floor(random() * FEATURES.length)] as string;
  return { ...base, kind: "feature", feature };
}

function captured(ts: number, tab: Tab, host: string) {
  return { id: uuidv7(), ts, boot: tab.boot, seq: tab.seq++, host, path: "/app" };
}

function newTab(): Tab {
  return { boot: uuidv7(), seq: 0 };
}
