import { nameOfPart, type Part, type Side } from "../../lib/draft/reconcile.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { textOf } from "./editor-diff.tsx";
import type { Conflict, OpenEditor } from "./editor-model.ts";
import { titleOf } from "./editor-words.ts";

/** Two versions side by side. What only one of the authors changed is chosen already. */
export function EditorConflict(props: { editor: OpenEditor; conflict: Conflict }) {
  const { t } = useI18n();
  const { editor, conflict } = props;
  const { found, choice } = conflict;
  const left = found.filter(({ part }) => !choice[nameOfPart(part)]).length;
  const all = (side: Side) =>
    editor.choose(Object.fromEntries(found.map(({ part }) => [nameOfPart(part), side])));
  const problem = editor.conflictProblem.value;
  return (
    <Card
      title={t("editor.conflict.title")}
      lead={t(conflict.revision === null ? "editor.conflict.device" : "editor.conflict.server")}
    >
      <div class="actions">
        <Button onClick={() => all("mine")}>{t("editor.conflict.allMine")}</Button>
        <Button onClick={() => all("theirs")}>{t("editor.conflict.allTheirs")}</Button>
      </div>
      <ul class="rows">
        {found.map(({ part }) => (
          <PartRow key={nameOfPart(part)} {...props} part={part} />
        ))}
      </ul>
      {problem && (
        <Notice tone="danger" title={t("editor.conflict.refused")} live>
          <p lang="en">{problem}</p>
        </Notice>
      )}
      <div class="actions">
        <Button kind="primary" disabled={left > 0} onClick={editor.resolve}>
          {t("editor.conflict.resolve")}
        </Button>
        <p class="muted" role="status">
          {left > 0 && t("editor.conflict.left", { count: left })}
        </p>
      </div>
    </Card>
  );
}

function PartRow(props: { editor: OpenEditor; conflict: Conflict; part: Part }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { editor, conflict, part } = props;
  const { mine, theirs, choice } = conflict;
  const name = nameOfPart(part);
  const language = editor.state.language.value;
  const said = (guide: Guide): string => {
    if (part.kind === "order") {
      return guide.steps.map(({ title }) => titleOf(i18n, title, language)).join(" → ");
    }
    if (part.kind === "setting") return settingText(guide[part.name], t("editor.conflict.absent"));
    const step = guide.steps.find(({ id }) => id === part.id);
    return step ? textOf(step, language) : t("editor.conflict.absent");
  };
  return (
    <li class="conflict-part">
      <h3>{headOf(i18n, conflict, part, language)}</h3>
      <div class="versus">
        {(["mine", "theirs"] as const).map((side) => (
          <div key={side} class={`version${choice[name] === side ? " version-chosen" : ""}`}>
            <span class="version-name">{t(`editor.conflict.${side}`)}</span>
            <p>{said(side === "mine" ? mine : theirs)}</p>
          </div>
        ))}
      </div>
      <Segmented
        label={t("editor.conflict.choose")}
        labelHidden
        value={choice[name] ?? ("" as Side)}
        options={(["mine", "theirs"] as const).map((value) => ({
          value,
          label: t(`editor.conflict.${value}`),
        }))}
        onChange={(side) => editor.choose({ [name]: side })}
      />
    </li>
  );
}

function headOf(
  i18n: ReturnType<typeof useI18n>,
  { mine, theirs }: Conflict,
  part: Part,
  language: string,
): string {
  const { t } = i18n;
  if (part.kind === "order") return t("editor.conflict.order");
  if (part.kind === "setting") {
    return t("editor.conflict.setting", { name: t(`editor.field.${part.name}`) });
  }
  const step = [...mine.steps, ...theirs.steps].find(({ id }) => id === part.id);
  return t("editor.conflict.step", { step: titleOf(i18n, step?.title ?? {}, language) });
}

function settingText(value: unknown, absent: string): string {
  if (value === undefined) return absent;
  return typeof value === "string" ? value : JSON.stringify(value);
}
