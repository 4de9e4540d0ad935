/** Steps wait under their own keys of `storage.local`, one each, and what became known of one later under another. */
export const RECORDED_KEY = "recorded:";

/** `of`: as of `Captured`. */
export function recordedKey(of: string, step: string, later?: number): string {
  return `${RECORDED_KEY}${of}:${step}${later === undefined ? "" : `:${later}`}`;
}
