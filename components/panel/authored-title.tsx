import { directionOf } from "../../lib/model/direction.ts";
import { localize, pickLocale } from "../../lib/model/locale.ts";
import type { Localized } from "../../lib/model/primitives.ts";
import { useI18n } from "../ui/i18n.tsx";

/** A line that an author wrote, in the best of its languages. */
export function AuthoredTitle({ text }: { text: Localized }) {
  const { wanted } = useI18n();
  const lang = pickLocale(Object.keys(text), wanted);
  return (
    <span lang={lang} dir={directionOf(lang)}>
      {localize(text, wanted)}
    </span>
  );
}
