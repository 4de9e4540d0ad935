import type { Platform } from "../../lib/background/platform.ts";
import type { PageMessage, PageSight } from "../../lib/message/protocol.ts";
import type { ElementCondition } from "../../lib/model/selector.ts";

/** A browser without one: the background's surroundings in memory, and what it did to them. */
export interface MemoryPlatform extends Platform {
  /** What `now` answers; set it to let time pass. */
  time: number;
  /** Contents of `storage.local`. */
  items: Map<string, unknown>;
  /** Open tabs: number → address. */
  open: Map<number, string>;
  /** Origins that the person gave permission for. */
  permitted: Set<string>;
  /** Origins on which the agent is registered, and whether friction is noticed there. */
  registered: string[];
  noticing: boolean;
  /** Tabs into which the overlay was injected, in order. */
  overlays: number[];
  /** Numbers on the toolbar button, by tab. */
  badges: Map<number, number>;
  told: { tab: number; message: PageMessage; frame?: number }[];
  /** What frames within pages answer when they are asked for bids. */
  bids: { frame: number; document: string; origin: string; result: unknown }[];
  /** Whether pages get the recorder, into which tabs it was brought, and which are shown as recorded. */
  recording: { on: boolean; injected: number[]; shown: Set<number> };
  /** Tabs that other tabs opened: tab → opener. */
  openers: Map<number, number>;
  /** When `due` is to be called, epoch ms. */
  alarm: number | null;
  /** What the administrator has set. */
  policy: Record<string, unknown>;
  /** What the page in a tab sees. */
  sights: Map<number, (elements: readonly ElementCondition[]) => PageSight>;
}

export function createMemoryPlatform(request: typeof fetch = unreachable): MemoryPlatform {
  const items = new Map<string, unknown>();
  const platform: MemoryPlatform = {
    time: 1_000_000,
    items,
    open: new Map(),
    permitted: new Set(),
    registered: [],
    noticing: false,
    overlays: [],
    told: [],
    badges: new Map(),
    bids: [],
    sights: new Map(),
    recording: { on: false, injected: [], shown: new Set() },
    openers: new Map(),
    alarm: null,
    policy: {},
    now: () => platform.time,
    random: () => 0.5,
    fetch: request,
    version: "1.0.0",
    locales: ["en"],
    local: {
      getAll: async () => structuredClone(Object.fromEntries(items)),
      set: async (added) => {
        for (const [key, value] of Object.entries(added)) items.set(key, structuredClone(value));
      },
      remove: async (keys) => {
        for (const key of keys) items.delete(key);
      },
    },
    managed: async () => platform.policy,
    tabs: {
      tell: async (tab, message, frame) =>
        void platform.told.push({ tab, message, ...(frame !== undefined && { frame }) }),
      look: async (tab, elements) => platform.sights.get(tab)?.(elements),
      tellAll: async (message) => {
        for (const tab of platform.open.keys()) platform.told.push({ tab, message });
      },
      ofSites: async (origins) =>
        [...platform.open]
          .map(([id, url]) => ({ id, url }))
          .filter(({ url }) => origins.includes(new URL(url).origin)),
      url: async (tab) => platform.open.get(tab),
      opener: async (tab) => platform.openers.get(tab),
    },
    recorder: {
      on: async () => {
        platform.recording.on = true;
      },
      off: async () => {
        platform.recording.on = false;
      },
      isOn: async () => platform.recording.on,
      inject: async (tab) => {
        const url = platform.open.get(tab);
        if (!url || !platform.permitted.has(new URL(url).origin)) {
          throw new Error("Cannot access contents of the page");
        }
        platform.recording.injected.push(tab);
      },
      show: async (tabs, recorded) => {
        for (const tab of tabs) platform.recording.shown[recorded ? "add" : "delete"](tab);
      },
    },
    scripts: {
      hasPermission: async (origin) => platform.permitted.has(origin),
      register: async (origins, friction) => {
        platform.registered = [...origins];
        platform.noticing = friction;
      },
      bid: async (_tab, isOurs) => platform.bids.filter(({ origin }) => isOurs(origin)),
      injectAgent: async () => undefined,
      injectOverlay: async (tab) => void platform.overlays.push(tab),
    },
    badge: async (tab, count) => void platform.badges.set(tab, count),
    wait: async (ms) => {
      platform.time += ms;
    },
    pictures: {
      look: async () => [],
      capture: async () => null,
      paint: async () => null,
    },
    wakeAt: async () => undefined,
    wakeWhenDue: async (time) => {
      platform.alarm = time;
    },
    changed: () => undefined,
  };
  return platform;
}

const unreachable: typeof fetch = async () => {
  throw new TypeError("Failed to fetch");
};
