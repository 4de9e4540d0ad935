/** What a piece of code that is not run nevertheless says plainly. */

const QUOTED = /(['"`])((?:\\.|(?!\1)[^\\])*)\1/s;
const FINDERS: readonly [RegExp, (said: string) => string][] = [
  [/\bquerySelector(?:All)?\s*\(\s*/, (said) => said],
  [/\bgetElementById\s*\(\s*/, (said) => `[id=${JSON.stringify(said)}]`],
  [/\bgetElementsByClassName\s*\(\s*/, (said) => `.${said.trim().split(/\s+/).join(".")}`],
  [/(?:^|[\s>({])(?:\$|jQuery)\s*\(\s*/, (said) => said],
];
const TRANSLATORS =
  /(?:^|[\s.({>])(?:\$?tc?|translate|instant|gettext|ngettext|trans|i18n|tr|__|_e|_)\s*\(\s*/;

/** The selector by which code that only looks an element up does so: `document.querySelector("#save")`. */
export function selectorIn(source: string): string | undefined {
  for (const [finder, selector] of FINDERS) {
    const said = quotedAfter(source, finder);
    if (said !== undefined) return isOneLookUp(source, said) ? selector(said) : undefined;
  }
  return undefined;
}

/** The words that code hands to a translation, which are often the text itself. */
export function textIn(source: string): string | undefined {
  const said = quotedAfter(source, TRANSLATORS);
  // A sentence that is its own key, behind the name of what it belongs to: "Onboarding:Zoom in and out".
  return said?.includes(" ") ? said.replace(/^[\w-]+:(?=\S)/, "") : said;
}

function quotedAfter(source: string, before: RegExp): string | undefined {
  const found = before.exec(source);
  if (!found) return undefined;
  const rest = source.slice(found.index + found[0].length);
  const quoted = QUOTED.exec(rest);
  if (quoted?.index !== 0 || quoted[2]?.includes("${")) return undefined;
  return quoted[2]?.replace(/\\(.)/gs, "$1");
}

/** Whatever else is there decides at run time, so what is meant is not known. */
function isOneLookUp(source: string, said: string): boolean {
  const rest = source.replace(said, "");
  return !/[?;]|&&|\|\||\bif\b|\bfor\b/.test(rest.replace(/\?\./g, ".").replace(/;\s*\}?\s*$/, ""));
}
