const LONGEST = 2048;

/** Origin, path and fragment. A fragment that carries values, as those of sign-ins do, is left out. */
export function addressOf({ origin, pathname, hash }: Pick<URL, "origin" | "pathname" | "hash">) {
  const fragment = hash.replace(/\?.*$/s, "");
  return (origin + pathname + (/[=&]/.test(fragment) ? "" : fragment)).slice(0, LONGEST);
}

/** Of the page that this frame is a part of, as far as that can be seen from here; undefined in frames of other sites. */
export function pageAddress(): string | undefined {
  try {
    return addressOf((window.top ?? window).location);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
