import { diffGuides, isSame } from "../../lib/draft/diff.ts";
import type { Guide, Step } from "../../lib/model/guide.ts";
import { plainText } from "../../lib/tour/plain-text.ts";
import { useI18n } from "../ui/i18n.tsx";
import { titleOf } from "./editor-words.ts";

/** What the draft says otherwise than an older version, step by step. */
export function GuideDiffView(props: { before: Guide; after: Guide; language: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const diff = diffGuides(props.before, props.after);
  if (isSame(diff)) return <p class="muted">{t("editor.diff.same")}</p>;
  return (
    <ul class="diff">
      {diff.settings.length > 0 && (
        <li>
          {t("editor.diff.settings", {
            fields: diff.settings.map((name) => t(`editor.field.${name}`)).join(", "),
          })}
        </li>
      )}
      {diff.steps.map(({ id, before, after, fields, moved }) => {
        const step = after ?? before;
        if (!step) return null;
        const said = [
          !before && t("editor.diff.added"),
          !after && t("editor.diff.removed"),
          moved && t("editor.diff.moved"),
          fields.length > 0 &&
            t("editor.diff.changed", {
              fields: fields.map((name) => t(`editor.field.${name}`)).join(", "),
            }),
        ].filter(Boolean);
        return (
          <li key={id}>
            <p>
              <strong>{titleOf(i18n, step.title, props.language)}</strong>{" "}
              <span class="muted">{said.join("; ")}</span>
            </p>
            {before && after && (fields.includes("title") || fields.includes("body")) && (
              <div class="diff-texts">
                <del>{textOf(before, props.language)}</del>
                <ins>{textOf(after, props.language)}</ins>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Title and text of a step as one text. */
export function textOf({ title, body }: Step, language: string): string {
  const [said, text] = [title[language], body[language]];
  return [said ?? Object.values(title)[0], plainText(text ?? Object.values(body)[0] ?? [])]
    .filter(Boolean)
    .join(" — ");
}
