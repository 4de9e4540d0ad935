import { directionOf } from "../../lib/model/direction.ts";
import { localize, pickLocale } from "../../lib/model/locale.ts";
import type { LocalizedRichText } from "../../lib/model/rich-text.ts";
import type { Pictures } from "../guide/picture.tsx";
import { RichTextView } from "../guide/rich-text.tsx";
import { useI18n } from "../ui/i18n.tsx";

/** What an author wrote, in the best of its languages. */
export function AuthoredText({ text, pictures }: { text: LocalizedRichText; pictures: Pictures }) {
  const { t, wanted } = useI18n();
  const lang = pickLocale(Object.keys(text), wanted);
  return (
    <div class="rich" lang={lang} dir={directionOf(lang)}>
      <RichTextView
        text={localize(text, wanted)}
        labels={{ newTab: t("panel.newTab") }}
        pictures={pictures}
      />
    </div>
  );
}
