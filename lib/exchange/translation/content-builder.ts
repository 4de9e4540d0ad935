import type { Inline } from "../../model/rich-text.ts";
import { isSafeUrl } from "../../model/safe-url.ts";
import { type ContentFault, near } from "./fault.ts";

/** What surrounds a part of a text. */
export type Mark =
  | { type: "strong" | "emphasis" | "code" }
  | { type: "link"; href: string }
  /** What it surrounds is the variable's fallback. */
  | { type: "variable"; of: "user" | "account"; name: string };

export type Content = { ok: true; content: Inline[] } | { ok: false; fault: ContentFault };

/** Puts a text together as it is read. After a fault everything else is passed over. */
export interface ContentBuilder {
  text(text: string): void;
  /** `name`: by which it is closed. */
  open(mark: Mark, name: string): void;
  close(name: string): void;
  fail(fault: ContentFault["fault"], at: string): void;
  end(): Content;
}

/** A text of the tree is no longer than this. */
const TEXT_LIMIT = 2000;

interface Level {
  mark: Mark | null;
  name: string;
  children: Inline[];
}

export function createContentBuilder(): ContentBuilder {
  const levels: Level[] = [{ mark: null, name: "", children: [] }];
  let fault: ContentFault | null = null;
  const top = () => levels.at(-1) as Level;
  const fail = (code: ContentFault["fault"], at: string) => {
    fault ??= { fault: code, near: near(at) };
  };

  function finish({ mark, name, children }: Level) {
    if (!mark) return;
    if (mark.type === "link" && !isSafeUrl(mark.href)) fail("link-unsafe", mark.href);
    if (children.length === 0) fail("mark-empty", name);
    const into = top().children;
    if (mark.type === "link") return void into.push({ ...mark, children });
    if (mark.type === "strong" || mark.type === "emphasis") {
      return void into.push({ type: mark.type, children });
    }
    if (children.some(({ type }) => type !== "text")) fail("mark-misplaced", name);
    const words = children.map((child) => ("text" in child ? child.text : "")).join("");
    if (mark.type === "variable") into.push({ ...mark, fallback: words });
    else into.push(...chunks(words).map((text): Inline => ({ type: "code", text })));
  }

  return {
    text(text) {
      if (text === "") return;
      const { children } = top();
      const last = children.at(-1);
      if (last?.type === "text") last.text += text;
      else children.push({ type: "text", text });
    },
    open: (mark, name) => void levels.push({ mark, name, children: [] }),
    close(name) {
      if (levels.length === 1 || top().name !== name) return fail("mark-open", name);
      finish(levels.pop() as Level);
    },
    fail,
    end() {
      if (levels.length > 1) fail("mark-open", top().name);
      if (fault) return { ok: false, fault };
      return { ok: true, content: split(top().children) };
    },
  };
}

function split(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (inline.type === "text") return chunks(inline.text).map((text) => ({ type: "text", text }));
    return "children" in inline ? [{ ...inline, children: split(inline.children) }] : [inline];
  });
}

function chunks(text: string): string[] {
  return text.match(new RegExp(`.{1,${TEXT_LIMIT}}`, "gs")) ?? [];
}
