/** Styles of an element of ours; nothing is touched that is so already. An empty value takes the style away. */
export function set({ style }: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
  }
}
