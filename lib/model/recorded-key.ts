/** Steps wait under their own keys of `storage.local`, one each, and what became known of one later under another. */
export const RECORDED_KEY = "recorded:";

export function recordedKey(recording: string, step: string, later?: number): string {
  return `${RECORDED_KEY}${recording}:${step}${later === undefined ? "" : `:${later}`}`;
}
