/**
 * Tells of every change of the address without a load. The Navigation API sees them all; where it is missing,
 * `popstate` and `hashchange` see what links and the back button do, and a route that a script pushes is seen
 * with the next of those or the next click.
 */
export function watchAddress(onChange: () => void, signal: AbortSignal): void {
  let current = location.href;
  const check = () => {
    if (location.href === current) return;
    current = location.href;
    onChange();
  };
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  if (navigation) {
    navigation.addEventListener("currententrychange", check, { signal });
    return;
  }
  for (const type of ["popstate", "hashchange", "click"]) {
    addEventListener(type, () => queueMicrotask(check), { signal, passive: true });
  }
}
