import type { Guide } from "../model/guide.ts";
import type { Facts } from "./facts.ts";

export const NOW = 1_800_000_000_000;

/** Facts about somebody of whom nothing is known. */
export function someFacts(change: Partial<Facts> = {}): Facts {
  return {
    now: NOW,
    signals: new Set(),
    who: { device: "device-1", user: null, account: null },
    user: {},
    account: {},
    segments: new Map(),
    experiments: new Map(),
    ambient: new Set(),
    runs: new Map(),
    ledger: [],
    sessionStart: NOW - 60_000,
    newcomer: null,
    busy: null,
    used: () => false,
    sequence: () => false,
    count: () => 0,
    absentFrom: () => null,
    ...change,
  };
}

/** A modal that starts by itself at once. */
export function someGuide(change: Partial<Guide> = {}): Guide {
  return {
    format: 1,
    id: "hello",
    kind: "modal",
    name: { en: "Hello" },
    steps: [{ id: "one", title: { en: "Hello" }, body: { en: [] }, advance: { on: "next" } }],
    trigger: { start: "auto" },
    ...change,
  };
}
