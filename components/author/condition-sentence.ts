import type { Leaf } from "../../lib/draft/condition-form.ts";
import type { Translator } from "../../lib/i18n/translator.ts";
import type { Condition } from "../../lib/model/condition.ts";
import type { UrlPattern } from "../../lib/model/url-pattern.ts";
import { sayOfAccount } from "./account-sentence.ts";
import type { Choices } from "./condition-names.ts";
import { quote, sayDuration, sayId, type Words } from "./condition-words.ts";
import { sayValue } from "./say-value.ts";
import { saySequence } from "./sequence-sentence.ts";

/** A condition as a plain sentence: Y1 of docs/spec/preview.md. What is not published is named by its id and called so. */
export function sentenceOf(
  condition: Condition,
  choices: Choices,
  { t, language }: Pick<Translator, "t" | "language">,
): string {
  const said = say(condition, { t, language, choices });
  return said.charAt(0).toLocaleUpperCase() + said.slice(1);
}

function say(condition: Condition, words: Words): string {
  const { t } = words;
  switch (condition.type) {
    case "all":
    case "any": {
      const [first, ...others] = condition.of;
      if (first && others.length === 0) return say(first, words);
      const parts = condition.of.map((part) => sayPart(part, words)).join("; ");
      return t(`say.${condition.type}`, { parts });
    }
    case "not":
      return t("say.not", { part: sayPart(condition.of, words) });
    default:
      return sayLeaf(condition, words);
  }
}

/** In brackets where it would not be clear what belongs together. */
function sayPart(condition: Condition, words: Words): string {
  const part = say(condition, words);
  const several = (condition.type === "all" || condition.type === "any") && condition.of.length > 1;
  return several ? `(${part})` : part;
}

function sayLeaf(leaf: Leaf, words: Words): string {
  const { t } = words;
  if (words.choices.facts) return sayOfAccount(leaf, words) ?? t("fact.notOfAccounts");
  switch (leaf.type) {
    case "used": {
      const said = { feature: sayId("features", leaf.feature, words), count: leaf.times ?? 1 };
      return leaf.within === undefined
        ? t("say.used", said)
        : t("say.usedWithin", { ...said, within: sayDuration(leaf.within, words) });
    }
    case "count":
      return t(`say.count.${leaf.op}`, {
        feature: sayId("features", leaf.feature, words),
        count: leaf.value,
        within: sayDuration(leaf.within, words),
      });
    case "absent":
      return t(`say.absent.${leaf.from ?? "newest"}`, {
        feature: sayId("features", leaf.feature, words),
        after: sayId("features", leaf.after, words),
        time: sayDuration(leaf.for, words),
      });
    case "sequence":
      return saySequence(leaf.sequence, words);
    case "signal":
      return t(leaf.is === false ? "say.noSignal" : "say.signal", {
        signal: sayId("signals", leaf.signal, words),
      });
    case "segment":
      return t("say.segment", { segment: sayId("segments", leaf.segment, words) });
    case "guide":
      return t("say.guide", { guide: sayId("guides", leaf.guide, words) });
    case "attribute": {
      const name = quote(leaf.name, words);
      if (leaf.op === "exists") return t(`say.${leaf.of}.exists`, { name });
      return t(`say.${leaf.of}.${leaf.op}`, { name, value: sayValue(leaf.value ?? [], words) });
    }
    case "page":
      return t("say.page", { parts: sayPage(leaf.url, words) });
    case "element": {
      const { selector, state, min: count = 1 } = leaf;
      return state === "absent"
        ? t("say.element.absent", { selector })
        : t(`say.element.${state}`, { selector, count });
    }
  }
}

function sayPage({ host, path, hash, query }: UrlPattern, { t }: Words): string {
  const parts = [
    ...(host === undefined ? [] : [t("say.page.host", { value: host })]),
    ...(path === undefined ? [] : [t("say.page.path", { value: path })]),
    ...Object.entries(query ?? {}).map(([name, value]) => t("say.page.query", { name, value })),
    ...(hash === undefined ? [] : [t("say.page.hash", { value: hash })]),
  ];
  if (parts.length === 0) return t("say.page.noQuery");
  return parts.reduce((first, next) => t("say.page.and", { first, next }));
}
