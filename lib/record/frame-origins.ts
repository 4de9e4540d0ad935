/**
 * Origins of the frames in this document that can be seen and are at least `minSide` CSS px high and wide; by the
 * address that the page gave them. Injected by itself, and so can use nothing from around it.
 */
export function frameOrigins(minSide: number): string[] {
  const roots: ParentNode[] = [document];
  const origins: string[] = [];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (!(element instanceof HTMLIFrameElement)) continue;
      const { width, height } = element.getBoundingClientRect();
      const url = URL.parse(element.src);
      const isWeb = url !== null && /^https?:$/.test(url.protocol);
      if (isWeb && width >= minSide && height >= minSide) origins.push(url.origin);
    }
  }
  return origins;
}
