import type { Sequence } from "../../lib/model/sequence.ts";
import { sayDuration, sayId, type Words } from "./condition-words.ts";

export function saySequence(
  { steps, within, order, without = [] }: Sequence,
  words: Words,
): string {
  const { t } = words;
  const either = (features: readonly string[]) =>
    features
      .map((id) => sayId("features", id, words))
      .reduce((first, next) => t("say.or", { first, next }));
  const said = steps
    .map(({ feature, times = 1 }) => {
      const names = either([feature].flat());
      return times === 1 ? names : t("say.times", { feature: names, count: times });
    })
    .reduce((first, next) => t("say.then", { first, next }));
  let sentence = t("say.sequence", { steps: said });
  if (within)
    sentence = t("say.sequence.within", { said: sentence, within: sayDuration(within, words) });
  if (order === "strict") sentence = t("say.sequence.strict", { said: sentence });
  for (const entry of without) {
    if (typeof entry === "string") {
      sentence = t("say.sequence.without", { said: sentence, features: either([entry]) });
      continue;
    }
    const [from, to] = entry.between;
    const features = either(entry.features);
    sentence = t("say.sequence.between", { said: sentence, features, from, to });
  }
  return sentence;
}
