/** The best locale of those on offer: exact, then same language, then English, then the first. */
export function pickLocale(offered: readonly string[], wanted: readonly string[]): string {
  for (const tag of wanted) {
    const exact = offered.find((locale) => locale.toLowerCase() === tag.toLowerCase());
    if (exact) return exact;
    const language = tag.split("-")[0]?.toLowerCase();
    const near = offered.find((locale) => locale.split("-")[0]?.toLowerCase() === language);
    if (near) return near;
  }
  const first = offered.find((locale) => locale === "en") ?? offered[0];
  if (first === undefined) throw new RangeError("no locale on offer");
  return first;
}

/** The text for the first of `wanted` that is there. */
export function localize<T>(texts: Readonly<Record<string, T>>, wanted: readonly string[]): T {
  return texts[pickLocale(Object.keys(texts), wanted)] as T;
}
