const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** Milliseconds of a duration such as "30m", or undefined if the text is not one. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,9})(ms|s|m|h|d|w)$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  const ms = Number(match[1]) * UNITS[match[2] as keyof typeof UNITS];
  return ms > 0 ? ms : undefined;
}

/** What was read before: windows are asked for with every event, and there are as many as authors wrote. */
const known = new Map<string, number>();

/** As `parseDuration`, for a text that its schema has already accepted. */
export function durationMs(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const ms = parseDuration(text);
  if (ms === undefined) throw new RangeError(`not a duration: ${text}`);
  known.set(text, ms);
  return ms;
}
