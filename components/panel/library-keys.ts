/** L18 of docs/spec/library.md: keys of the library. */

/** What arrows go through: the search and the heads of all how-tos in sight, in order. */
function stops(library: HTMLElement): HTMLElement[] {
  return [...library.querySelectorAll<HTMLElement>(".search input, .how-to .disclosure")];
}

/** Where an arrow leads from here; undefined: it is not ours. */
export function arrowTarget(
  library: HTMLElement,
  { key, target }: Pick<KeyboardEvent, "key" | "target">,
): HTMLElement | undefined {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0) return undefined;
  const all = stops(library);
  const at = all.indexOf(target as HTMLElement);
  return at < 0 ? undefined : all[at + step];
}

/** A slash that is not being written. */
export function isSearchKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
  const writes =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));
  return key === "/" && !ctrlKey && !metaKey && !altKey && !writes && !defaultPrevented;
}
