import { BUILD_PATTERN, LANG_PATTERN } from "../../model/app-place.ts";
import { attribute, descendant } from "./safe.ts";

/** What the page says of itself that may explain why an element is not found: never anything about the person. */
export interface AppPlace {
  lang?: string;
  build?: string;
}

/** Where applications write which build they are, and else the script whose name changes with each build. */
const STATED = "meta[name$=version],meta[name=build],meta[name=generator]";
const SCRIPT = "script[src*=main],script[src*=index],script[src*=app]";

export function appPlace(): AppPlace {
  const root = document.documentElement;
  const lang = attribute(root, "lang") ?? "";
  const read = (selector: string, name: string) => {
    const element = descendant(root, selector);
    return (element && attribute(element, name)) ?? "";
  };
  const said = read(STATED, "content");
  const build = BUILD_PATTERN.test(said) ? said : hashOf(read(SCRIPT, "src"));
  return { ...(LANG_PATTERN.test(lang) && { lang }), ...(build && { build }) };
}

/** Of the file's name alone: its folders and query may name the customer. Empty for no file. */
function hashOf(address: string): string {
  const file = address.replace(/[?#].*/, "").replace(/.*\//, "");
  const mix = (hash: number, char: string) => Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return file && ([...file].reduce(mix, 0x811c9dc5) >>> 0).toString(36);
}
