import { type Content, createContentBuilder, type Mark } from "./content-builder.ts";
import { characterOf, type XmlElement } from "./xml.ts";

/** Reads the source and then the target of one unit. Codes are told in either of them, or only in the source. */
export interface CodeReader {
  read(content: XmlElement["children"]): Content;
}

/** What tools put around words without changing what they say. */
const ANNOTATIONS: ReadonlySet<string> = new Set(["mrk", "sm", "em"]);

/** `data`: what the unit keeps aside, by id. */
export function createCodeReader(data: ReadonlyMap<string, string>): CodeReader {
  const known = new Map<string, Mark>();

  function markOf(code: XmlElement, id: string): Mark | undefined {
    const kind = `${code.attributes.get("type") ?? ""} ${code.attributes.get("subType") ?? ""}`;
    const kept = data.get(
      code.attributes.get("dataRefStart") ?? code.attributes.get("dataRef") ?? "",
    );
    const mark = markBy(kind.trim(), kept) ?? known.get(id);
    if (mark && !known.has(id)) known.set(id, mark);
    return mark;
  }

  return {
    read(content) {
      const builder = createContentBuilder();
      const opened = (code: XmlElement, id: string) => {
        const mark = markOf(code, id);
        if (mark) builder.open(mark, id);
        else builder.fail("mark-unknown", `<${code.name} id="${id}">`);
      };
      const visit = (child: XmlElement | string): void => {
        if (typeof child === "string") builder.text(child);
        else visitCode(child, child.attributes.get("id") ?? "");
      };
      const visitCode = (code: XmlElement, id: string): void => {
        const { name, attributes, children } = code;
        if (name === "pc" || name === "sc") opened(code, id);
        else if (name === "ec") builder.close(attributes.get("startRef") ?? id);
        else if (name === "cp") builder.text(characterOf(code));
        else if (!ANNOTATIONS.has(name)) builder.fail("mark-unknown", `<${name} id="${id}">`);
        if (name === "pc" || name === "mrk") children.forEach(visit);
        if (name === "pc") builder.close(id);
      };
      content.forEach(visit);
      return builder.end();
    },
  };
}

function markBy(kind: string, kept: string | undefined): Mark | undefined {
  switch (kind) {
    case "fmt xlf:b":
      return { type: "strong" };
    case "fmt xlf:i":
      return { type: "emphasis" };
    case "fmt wm:code":
      return { type: "code" };
    case "link":
      return kept === undefined ? undefined : { type: "link", href: kept };
    case "other wm:variable": {
      const [, of, name] = /^(user|account)\.(.+)$/s.exec(kept ?? "") ?? [];
      return of && name ? { type: "variable", of: of as "user" | "account", name } : undefined;
    }
    default:
      return undefined;
  }
}
