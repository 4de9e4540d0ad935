import type { ConsentState } from "./consent.ts";
import type { FeatureRule } from "./feature.ts";
import type { Friction } from "./friction.ts";

/**
 * What the page agent of a connected origin knows, under `siteKey(origin)` in `storage.local`. Content scripts
 * can read that area, so nothing secret or personal may stand here.
 */
export interface SiteConfig {
  format: 1;
  /** Why nothing that is done here may be written yet, or at all; absent: it may. */
  consent?: Exclude<ConsentState, "granted">;
  features: { id: string; rules: FeatureRule[] }[];
  /** What people run into and the page is to notice; left out: nothing. */
  friction?: Friction[];
}

export const SITE_KEY = "site:";

export function siteKey(origin: string): string {
  return SITE_KEY + origin;
}

/** Captured events wait under their own keys, one each, so that tabs never write the same one. */
export const EVENT_KEY = "event:";
