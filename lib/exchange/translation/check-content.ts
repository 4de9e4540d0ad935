import { type Inline, RichText } from "../../model/rich-text.ts";
import type { Content } from "./content-builder.ts";
import type { ContentFault } from "./fault.ts";
import { near } from "./fault.ts";
import { templateOf } from "./template.ts";
import type { Unit } from "./units.ts";

/** Characters of a title, a label or a name, and of what a picture shows. */
const LIMIT = { words: 500, picture: 300 } as const;

/** Why a translation cannot stand where it should. `source`: what it translates. */
export function faultOfContent(
  unit: Unit,
  target: readonly Inline[],
  source: Content,
): ContentFault | null {
  const words = unit.piece === null;
  const picture = unit.piece?.what === "picture";
  if (words || picture) {
    const misplaced = target.find(
      ({ type }) => type !== "text" && !(words && isTemplate(unit) && type === "variable"),
    );
    if (misplaced) return { fault: "mark-misplaced", near: near(templateOf([misplaced])) };
    const text = templateOf(target);
    const broken =
      isTemplate(unit) && target.find((one) => "text" in one && one.text.includes("{{"));
    if (broken) return { fault: "mark-unknown", near: near(text) };
    if (picture && text.trim() === "") return { fault: "mark-empty", near: "" };
    if (text.length > LIMIT[picture ? "picture" : "words"]) {
      return { fault: "too-long", near: near(text) };
    }
  }
  const block = { type: "paragraph", children: target };
  if (!RichText.safeParse([block]).success) {
    return { fault: "too-long", near: near(templateOf(target)) };
  }
  const missing = source.ok ? missingIn(target, source.content) : undefined;
  return missing === undefined ? null : { fault: "mark-missing", near: near(missing) };
}

function isTemplate({ part }: Unit): boolean {
  return part.what === "title" || part.what === "button";
}

/** Emphasis may go in another language; links and variables may not. Where a link leads may differ. */
function missingIn(target: readonly Inline[], source: readonly Inline[]): string | undefined {
  const there = keptIn(target).map(({ key }) => key);
  return keptIn(source).find(({ key }) => {
    const at = there.indexOf(key);
    if (at >= 0) there.splice(at, 1);
    return at < 0;
  })?.shown;
}

function keptIn(content: readonly Inline[]): { key: string; shown: string }[] {
  return content.flatMap((inline) => {
    if (inline.type === "variable") {
      return [{ key: `${inline.of}.${inline.name}`, shown: templateOf([inline]) }];
    }
    if (!("children" in inline)) return [];
    const within = keptIn(inline.children);
    return inline.type === "link" ? [{ key: "link", shown: inline.href }, ...within] : within;
  });
}
