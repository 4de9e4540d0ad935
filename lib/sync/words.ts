import { RULES, sayRule } from "../model/rule.ts";

/** What went wrong, for people: what happened and what mends it. Each is a rule, so that it can be said in their language. */
export const WORDS = {
  offline: RULES.syncOffline,
  slow: (seconds: number) => sayRule("syncSlow", { seconds }),
  key: RULES.syncKey,
  missing: (status: number) => sayRule("syncMissing", { status }),
  busy: (status: number) => sayRule("syncBusy", { status }),
  refused: (status: number, why: string) => sayRule("syncRefused", { status, why }),
  garbled: RULES.syncGarbled,
  silent: RULES.syncSilent,
  strangeKey: (key: string) => sayRule("syncStrangeKey", { key }),
  tooLarge: RULES.syncTooLarge,
} as const;
