import type { Guide, Step } from "../model/guide.ts";
import type { Block, Inline, RichText } from "../model/rich-text.ts";
import { isSafeUrl } from "../model/safe-url.ts";
import { plainText } from "../tour/plain-text.ts";
import { mainLanguage } from "./languages.ts";
import type { Finding } from "./lint.ts";
import { confirmTranslation } from "./texts.ts";

/** Characters, beyond which a card's title takes several lines. */
export const TITLE_LONG = 60;
/** Characters that are read in a card in about 20 seconds, and in the side panel in a minute. */
export const BODY_LONG = { card: 320, panel: 1_000 } as const;
const TITLE_LIMIT = 500;
const BLOCK_LIMIT = 20;
const ITEM_LIMIT = 20;

/** Words of a link that say nothing about where it leads. */
const EMPTY_WORDS =
  /^(click )?(here|this|link|more|read more|тут|здесь|сюда|ссылка|далее|подробнее|нажмите (здесь|сюда))[.!…]?$/iu;
const VARIABLE = /\{\{\s*(user|account)\.[^{}|]{1,64}\|[^{}|]{1,200}\}\}/g;

/** What is to be said about the words of a step, language by language. */
export function lintText(step: Step, guide: Guide, languages: readonly string[]): Finding[] {
  const main = mainLanguage(guide);
  return languages.flatMap((language) => {
    const say = (
      code: Finding["code"],
      severity: Finding["severity"],
      more: Partial<Finding> = {},
    ): Finding => ({ code, severity, step: step.id, language, ...more });
    const title = step.title[language] ?? "";
    const body = step.body[language] ?? [];
    if (title === "" && language === main) return [say("title-missing", "error")];
    if (title === "" || (body.length === 0 && (step.body[main] ?? []).length > 0)) {
      return [say("translation-missing", "warning")];
    }
    const outdated = step.outdated?.includes(language)
      ? [
          say("translation-outdated", "warning", {
            mend: (now) => confirmTranslation(now, step.id, language),
          }),
        ]
      : [];
    return [
      ...outdated,
      ...ofTitle(title, say),
      ...ofBody(body, guide, say),
      ...ofAnswers(step, language, language === main, say),
    ];
  });
}

type Say = (
  code: Finding["code"],
  severity: Finding["severity"],
  more?: Partial<Finding>,
) => Finding;

/** Words of the answers that are to be chosen from. */
function ofAnswers({ question }: Step, language: string, original: boolean, say: Say): Finding[] {
  if (!question || !("options" in question)) return [];
  const words = question.options.map(({ label }) => label[language]?.trim() ?? "");
  if (words.includes("")) {
    return original ? [say("answer-missing", "error")] : [say("translation-missing", "warning")];
  }
  return new Set(words).size < words.length ? [say("answer-twice", "warning")] : [];
}

function ofTitle(title: string, say: Say): Finding[] {
  if (title.replace(VARIABLE, "").includes("{{")) return [say("title-broken", "error")];
  const params = { count: title.length, limit: TITLE_LONG };
  if (title.length > TITLE_LIMIT) {
    return [say("title-long", "error", { params: { ...params, limit: TITLE_LIMIT } })];
  }
  return title.length > TITLE_LONG ? [say("title-long", "hint", { params })] : [];
}

function ofBody(body: RichText, { kind }: Guide, say: Say): Finding[] {
  const found: Finding[] = [];
  const limit = kind === "how-to" || kind === "announcement" ? BODY_LONG.panel : BODY_LONG.card;
  const count = plainText(body).length;
  if (count > limit) found.push(say("body-long", "warning", { params: { count, limit } }));
  const crowded = body.some((block) => block.type === "list" && block.items.length > ITEM_LIMIT);
  if (body.length > BLOCK_LIMIT || crowded) found.push(say("too-many-blocks", "error"));
  for (const block of body) {
    if (block.type === "image" && !block.alt.trim() && block.decorative !== true) {
      found.push(say("image-alt", "error"));
    }
    for (const { href, words } of linksOf(block)) {
      if (!isSafeUrl(href)) found.push(say("link-broken", "error", { params: { href } }));
      else if (EMPTY_WORDS.test(words.trim())) {
        found.push(say("link-words", "hint", { params: { words } }));
      }
    }
  }
  return found;
}

function linksOf(block: Block): { href: string; words: string }[] {
  const within = (inlines: readonly Inline[]): { href: string; words: string }[] =>
    inlines.flatMap((inline) => {
      if (inline.type !== "link") return "children" in inline ? within(inline.children) : [];
      const words = plainText([{ type: "paragraph", children: inline.children }]);
      return [{ href: inline.href, words }];
    });
  if (block.type === "image") return [];
  return block.type === "list" ? block.items.flatMap(within) : within(block.children);
}
