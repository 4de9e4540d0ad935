/**
 * A locator of Selenium IDE as a selector of ours; undefined: it says nothing to a page, such as one with a variable.
 */
export function selectorOfLocator(locator: string): string | undefined {
  if (locator.includes("${")) return undefined;
  const [, kind, value = ""] = /^(\w+)=(.*)$/s.exec(locator.trim()) ?? [];
  if (!kind) return /^\(*\//.test(locator.trim()) ? `xpath/${locator.trim()}` : undefined;
  if (!value) return undefined;
  switch (kind) {
    case "css":
      return value;
    case "id":
      return `[id=${JSON.stringify(value)}]`;
    case "name":
      return `[name=${JSON.stringify(value)}]`;
    case "class":
    case "className":
      return `.${value.trim().split(/\s+/).join(".")}`;
    case "xpath":
      return `xpath/${value}`;
    case "link":
    case "linkText":
    case "partialLinkText":
      return `text/${value}`;
    default:
      return undefined;
  }
}

/** What a locator says of itself to a person: the words of a link, else an identifier. */
export function wordsOfLocators(locators: readonly string[]): string | undefined {
  for (const locator of locators) {
    const words =
      /^(?:partialLinkText|linkText|link)=(?:exact:)?(.+)$/s.exec(locator)?.[1] ??
      /^xpath=.*(?:text\(\)|\.)\s*,?\s*=?\s*['"]([^'"]+)['"]\)?\]$/s.exec(locator)?.[1];
    if (words) return words.trim();
  }
  const named = locators.map((one) => /^(?:id|name)=(.+)$/.exec(one)?.[1]).find(Boolean);
  return named?.replace(/[-_.:]+/g, " ").trim();
}
