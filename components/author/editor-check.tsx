import { useMemo } from "preact/hooks";
import { type Finding, lintRules } from "../../lib/draft/lint.ts";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { FindingList } from "./editor-findings.tsx";
import type { EditorState } from "./editor-state.ts";
import { titleOf } from "./editor-words.ts";

export interface EditorCheckProps {
  state: EditorState;
  onOpenStep: (step: string) => void;
  onOpenSettings: () => void;
}

/** Everything that its author should know about the guide, by step. */
export function EditorCheck(props: EditorCheckProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { state } = props;
  const guide = state.guide.value;
  const rules = useMemo(() => lintRules(guide), [guide]);
  const all = [...rules, ...state.findings.value];
  const groups = [
    { id: null, title: t("editor.check.whole") },
    ...guide.steps.map(({ id, title }, index) => ({
      id,
      title: t("editor.check.stepAt", {
        at: index + 1,
        title: titleOf(i18n, title, state.language.value),
      }),
    })),
  ].flatMap((group) => {
    const findings = all.filter(({ step }) => step === group.id);
    return findings.length > 0 ? [{ ...group, findings }] : [];
  });
  const open = ({ step, language }: Finding) => {
    if (language) state.speak(language);
    if (step === null) props.onOpenSettings();
    else props.onOpenStep(step);
  };
  return (
    <Card
      title={t("editor.check.title")}
      {...(all.length > 0 && { lead: t("editor.check.count", { count: all.length }) })}
    >
      {groups.length === 0 && (
        <EmptyState title={t("editor.check.fine")} hint={t("editor.check.fineHint")} />
      )}
      {groups.map(({ id, title, findings }) => (
        <div key={id ?? ""} class="group">
          <h3>{title}</h3>
          <FindingList state={state} findings={findings} onOpen={open} />
        </div>
      ))}
    </Card>
  );
}
