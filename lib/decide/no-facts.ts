import type { Facts } from "./facts.ts";

/** Of nobody, at no time: to be filled with what a condition may ask for. */
export const NO_FACTS: Facts = {
  now: 0,
  who: { device: "", user: null, account: null },
  signals: new Set(),
  user: {},
  account: {},
  segments: new Map(),
  experiments: new Map(),
  ambient: new Set(),
  runs: new Map(),
  ledger: [],
  sessionStart: 0,
  newcomer: null,
  busy: null,
  used: () => false,
  sequence: () => false,
  count: () => 0,
  absentFrom: () => null,
};
