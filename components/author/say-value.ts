import type { Scalar } from "../../lib/model/primitives.ts";
import { quote, type Words } from "./condition-words.ts";

/** What an attribute is compared with. */
export function sayValue(value: Scalar | Scalar[], words: Words): string {
  const { t } = words;
  const values = [value].flat().map((one) => {
    if (typeof one === "boolean") return t(one ? "say.yes" : "say.no");
    return typeof one === "number" ? String(one) : quote(one, words);
  });
  return values.join(", ") || t("say.nothing");
}
