const LONGEST = 2048;

/** Origin, path and fragment. A fragment that carries values, as those of sign-ins do, is left out, also where it is encoded. */
export function pageAddress({
  origin,
  pathname,
  hash,
}: Readonly<Record<"origin" | "pathname" | "hash", string>>): string {
  const fragment = hash.replace(/\?.*$/s, "");
  return (origin + pathname + (/[=&]|%(22|26|3d|7b)/i.test(fragment) ? "" : fragment)).slice(
    0,
    LONGEST,
  );
}
