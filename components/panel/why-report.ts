import type { GuideExplanation } from "../../lib/message/protocol.ts";
import type { ConditionTrace, TraceLine } from "../../lib/model/trace.ts";
import { namesOf, type Words, whyText } from "./why-text.ts";

/**
 * The whole explanation as text: a sentence for each guide, and below it every check with codes and values, which are
 * the same in every language.
 */
export function whyReport(guides: readonly GuideExplanation[], words: Words): string {
  const nameOf = namesOf(guides, words);
  const at = guides[0] ? new Date(guides[0].at).toISOString() : "";
  const parts = guides.map((guide) => {
    const verdict = words.t(`why.verdict.${guide.verdict}`);
    const head = `${nameOf(guide.guide)} (${guide.guide}, ${guide.kind}): ${verdict}`;
    const lines = guide.trace.flatMap((line) => [
      `  [${line.outcome}] ${line.check}${valuesText(line)}`,
      ...line.conditions.map(conditionLine),
    ]);
    return [head, `  ${whyText(guide, words, nameOf)}`, ...lines].join("\n");
  });
  return [`Waymark: ${words.t("why.title")}\n${at}`, ...parts].join("\n\n");
}

function conditionLine({ at, type, holds, values }: ConditionTrace): string {
  return `    [${holds}] ${at ? `${at} ` : ""}${type}${pairs(values)}`;
}

function valuesText({ values, until }: TraceLine): string {
  return pairs(values) + (until === null ? "" : ` until=${new Date(until).toISOString()}`);
}

function pairs(values: TraceLine["values"]): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join("");
}
