/** A language tag as people call it: "de" is "German". A page may state anything; what is no tag is shown as it is. */
export function languageName(tag: string, wanted: readonly string[]): string {
  try {
    return new Intl.DisplayNames([...wanted], { type: "language" }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
