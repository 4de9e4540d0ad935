import { attribute, descendant, localName, matches } from "./safe.ts";

/** What an icon looks like: a hash of its drawing, the symbol or letter of a font it uses, or the name of its file. */
export function iconOf(element: Element): string | undefined {
  const svg = localName(element) === "svg" ? element : descendant(element, "svg");
  if (svg) {
    const use = descendant(svg, "use");
    const symbol = use && (attribute(use, "href") ?? attribute(use, "xlink:href"));
    if (symbol) return fileName(symbol);
    const path = descendant(svg, "path");
    const drawing = path && attribute(path, "d");
    if (drawing) return hash(drawing);
  }
  const font = fontIcon(element);
  if (font) return font;
  const image = localName(element) === "img" ? element : descendant(element, "img");
  const source = image && attribute(image, "src");
  return source && !source.startsWith("data:") ? fileName(source) : undefined;
}

const IN_FONT = "i[class],span[class*=icon],em[class*=icon]";
const GLYPH = /^(?:fa|bi|ri|mdi|ti|ph|pi|la|uil|icon|glyphicon|codicon|octicon|lucide)-[a-z]/;
/** Size, style and movement of a glyph. */
const MANNER =
  /^fa-(?:solid|regular|brands|light|thin|fw|lg|xs|sm|[0-9]+x|xl|2xl|spin|pulse|inverse|stack.*)$/;

/** Such as "fa-trash" of `<i class="fa fa-trash">`: the one class name that says what is seen. */
function fontIcon(element: Element): string | undefined {
  const glyph = matches(element, IN_FONT) ? element : descendant(element, IN_FONT);
  const names = (glyph && attribute(glyph, "class")?.split(/\s+/)) ?? [];
  return names.find((name) => GLYPH.test(name) && !MANNER.test(name))?.slice(0, 120);
}

function fileName(address: string): string | undefined {
  return address.split(/[?]/)[0]?.split("/").at(-1)?.slice(0, 120) || undefined;
}

/** FNV-1a, 32 bit. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
