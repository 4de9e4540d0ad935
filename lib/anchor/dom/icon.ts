import { attribute, descendant, localName } from "./safe.ts";

/** What an icon looks like: a hash of its drawing, the symbol it uses, or the name of its file. */
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
  const image = localName(element) === "img" ? element : descendant(element, "img");
  const source = image && attribute(image, "src");
  return source && !source.startsWith("data:") ? fileName(source) : undefined;
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
