const MAX_NAMES = 50;
const MAX_LENGTH = 100;

/** Names that the app tells of by `waymark:track`, each once, as its author could put them into a rule. */
export function watchTracked(tell: (names: string[]) => void, signal: AbortSignal): void {
  const names = new Set<string>();
  const onTrack = (event: Event) => {
    const name = nameIn((event as CustomEvent<unknown>).detail);
    if (name === undefined || names.has(name) || names.size === MAX_NAMES) return;
    names.add(name);
    tell([...names]);
  };
  addEventListener("waymark:track", onTrack, { capture: true, signal });
}

function nameIn(detail: unknown): string | undefined {
  if (typeof detail !== "string" || detail.length > 16_384) return undefined;
  try {
    const { event } = JSON.parse(detail) as { event?: unknown };
    return typeof event === "string" && event && event.length <= MAX_LENGTH ? event : undefined;
  } catch {
    return undefined;
  }
}
