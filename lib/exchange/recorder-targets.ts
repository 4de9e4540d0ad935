/** More are not looked up. */
const MOST = 12;
const LONGEST = 500;

/**
 * Selectors of a flow as those of ours, the best first: they have the same prefixes, and a list of several leads
 * through shadow roots.
 */
export function selectorsOfFlow(selectors: readonly (string | readonly string[])[]): string[] {
  const all = selectors
    .map((one) => (typeof one === "string" ? one : one.join(" >>> ")).trim())
    .filter((one) => one !== "" && one.length <= LONGEST);
  return [...new Set(all)].slice(0, MOST);
}

/** What a selector says of itself to a person: a name or a text, else an identifier. */
export function wordsOfSelectors(selectors: readonly string[]): string | undefined {
  for (const selector of selectors) {
    const last = selector.split(" >>> ").at(-1) ?? "";
    const [, words] = /^(?:aria|text)\/([^[]+)/.exec(last) ?? [];
    if (words?.trim()) return words.trim();
  }
  const ids = selectors.map((one) => /#([\w-]+)$/.exec(one)?.[1]);
  return ids.find(Boolean)?.replace(/[-_]+/g, " ").trim();
}
