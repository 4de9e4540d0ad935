import { BUILD_PATTERN, LANG_PATTERN } from "../../model/app-place.ts";
import { attribute, descendant } from "./safe.ts";

/** What the page says of itself that may explain why an element is not found: never anything about the person. */
export interface AppPlace {
  lang?: string;
  build?: string;
}

/** Where applications write which build they are, and else the script whose name changes with each build. */
const STATED = "meta[name=version],meta[name=app-version],meta[name=build],meta[name=generator]";
const SCRIPT = "script[src*=main],script[src*=index],script[src*=app],script[type=module][src]";

export function appPlace(): AppPlace {
  const root = document.documentElement;
  const lang = attribute(root, "lang") ?? "";
  const stated = descendant(root, STATED);
  const script = descendant(root, SCRIPT);
  const said = stated && attribute(stated, "content")?.trim();
  const build = said && BUILD_PATTERN.test(said) ? said : script && hashOf(script);
  return { ...(LANG_PATTERN.test(lang) && { lang }), ...(build && { build }) };
}

/** Of the file's name alone: its folders and query may name the customer. */
function hashOf(script: Element): string | undefined {
  const file = attribute(script, "src")?.split(/[?#]/)[0]?.split("/").at(-1);
  if (!file) return undefined;
  let hash = 0x811c9dc5;
  for (let at = 0; at < file.length; at += 1) {
    hash = Math.imul(hash ^ file.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
